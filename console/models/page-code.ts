import type { Site } from '../../shared/protocol/admin.ts'

/** The languages in which a page's server may sign who its visitor is. */
export const codeLanguages = ['Node.js', 'PHP', 'Python', 'C#', 'Java'] as const
export type CodeLanguage = (typeof codeLanguages)[number]

type About = Pick<Site, 'issuer' | 'audience' | 'algorithm'>

/** The one line of a host page. */
export const scriptTag = (origin: string) => `<script async src="${origin}/widget.js"></script>`

/** What a host page with a Content-Security-Policy must allow. */
export const cspLines = (origin: string) => `script-src ${origin};\nframe-src ${origin};`

/** What the page does with the token of its server, or without one where nobody is signed in. */
export const pageLines = 'if (token) Firstline.identify(token)\nelse Firstline.reset()'

/** How the page's server signs a token. The key comes from its environment, never from the page. */
export function pageCode(language: CodeLanguage, site: About): string {
  return samples[language](site)
}

const samples: Record<CodeLanguage, (site: About) => string> = {
  'Node.js': ({ issuer, audience, algorithm }) => `// npm install jose
import { ${algorithm === 'HS256' ? 'SignJWT' : 'importPKCS8, SignJWT'} } from 'jose'

const key = ${algorithm === 'HS256' ? 'new TextEncoder().encode(process.env.FIRSTLINE_SECRET)' : `await importPKCS8(process.env.FIRSTLINE_PRIVATE_KEY, '${algorithm}')`}

export const tokenFor = (user) =>
  new SignJWT({ name: user.name, email: user.email })
    .setProtectedHeader({ alg: '${algorithm}' })
    .setIssuer(${inQuotes(issuer)})
    .setAudience(${inQuotes(audience)})
    .setSubject(user.id)
    .setExpirationTime('10m')
    .sign(key)`,

  PHP: ({ issuer, audience, algorithm }) => `<?php // Nothing to install: PHP 8 signs by itself.
function token_for($user): string {
    $key = getenv('${variableFor(algorithm)}') ?: throw new Exception('${variableFor(algorithm)} is not set');
    $part = fn (string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $signed = $part('{"alg":"${algorithm}"}') . '.' . $part(json_encode([
        'iss' => ${inQuotes(issuer)},
        'aud' => ${inQuotes(audience)},
        'sub' => $user->id,
        'name' => $user->name,
        'email' => $user->email,
        'exp' => time() + 600,
    ], JSON_THROW_ON_ERROR));
${phpSignature[algorithm]}
    return $signed . '.' . $part($signature);
}`,

  Python: ({ issuer, audience, algorithm }) => `# pip install ${algorithm === 'HS256' ? 'pyjwt' : '"pyjwt[crypto]"'}
import os, time, jwt

def token_for(user):
    claims = {
        "iss": ${inDoubleQuotes(issuer)},
        "aud": ${inDoubleQuotes(audience)},
        "sub": user.id,
        "name": user.name,
        "email": user.email,
        "exp": int(time.time()) + 600,
    }
    return jwt.encode(claims, os.environ["${variableFor(algorithm)}"], algorithm="${algorithm}")`,

  'C#': ({ issuer, audience, algorithm }) => `// Nothing to install: .NET 6 and newer sign by themselves.
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

public static class FirstlineToken
{
    public static string For(string id, string name, string email)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = ${inDoubleQuotes(issuer)},
            ["aud"] = ${inDoubleQuotes(audience)},
            ["sub"] = id,
            ["name"] = name,
            ["email"] = email,
            ["exp"] = DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds(),
        };
        var head = Encoding.UTF8.GetBytes("{\\"alg\\":\\"${algorithm}\\"}");
        var signed = Part(head) + "." + Part(JsonSerializer.SerializeToUtf8Bytes(claims));
        var bytes = Encoding.UTF8.GetBytes(signed);
${csharpSignature[algorithm]}
    }

    private static string Part(byte[] bytes)
    {
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}`,

  Java: ({ issuer, audience, algorithm }) => `// Nothing to install: Java 17 and newer sign by themselves.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.*;
import java.time.Instant;
import java.util.Base64;
${javaSignature[algorithm].imports}

public final class FirstlineToken {
    public static String tokenFor(String id, String name, String email) throws GeneralSecurityException {
        var head = "{\\"alg\\":\\"${algorithm}\\"}";
        var claims = "{\\"iss\\":%s,\\"aud\\":%s,\\"sub\\":%s,\\"name\\":%s,\\"email\\":%s,\\"exp\\":%d}".formatted(
            quoted(${inDoubleQuotes(issuer)}), quoted(${inDoubleQuotes(audience)}),
            quoted(id), quoted(name), quoted(email), Instant.now().getEpochSecond() + 600);
        var signed = part(head.getBytes(UTF_8)) + "." + part(claims.getBytes(UTF_8));
${javaSignature[algorithm].sign}
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"") + '"';
    }
}`,
}

const phpSignature: Record<Site['algorithm'], string> = {
  HS256: "    $signature = hash_hmac('sha256', $signed, $key, true);",
  RS256: '    openssl_sign($signed, $signature, $key, OPENSSL_ALGO_SHA256) or throw new Exception(openssl_error_string());',
  ES256: `    openssl_sign($signed, $der, $key, OPENSSL_ALGO_SHA256) or throw new Exception(openssl_error_string());
    // Two numbers of 32 bytes each, as tokens want them.
    $r = substr($der, 4, ord($der[3]));
    $s = substr($der, 6 + strlen($r));
    $number = fn (string $bytes) => str_pad(ltrim($bytes, "\\0"), 32, "\\0", STR_PAD_LEFT);
    $signature = $number($r) . $number($s);`,
}

const csharpSignature: Record<Site['algorithm'], string> = {
  HS256: `        using (var key = new HMACSHA256(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("FIRSTLINE_SECRET"))))
        {
            return signed + "." + Part(key.ComputeHash(bytes));
        }`,
  RS256: `        using (var key = RSA.Create())
        {
            key.ImportFromPem(Environment.GetEnvironmentVariable("FIRSTLINE_PRIVATE_KEY"));
            return signed + "." + Part(key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }`,
  ES256: `        using (var key = ECDsa.Create())
        {
            key.ImportFromPem(Environment.GetEnvironmentVariable("FIRSTLINE_PRIVATE_KEY"));
            return signed + "." + Part(key.SignData(bytes, HashAlgorithmName.SHA256));
        }`,
}

const javaWithKey = (family: string, signature: string) => ({
  imports: 'import java.security.spec.PKCS8EncodedKeySpec;',
  sign: `        var pem = System.getenv("FIRSTLINE_PRIVATE_KEY").replaceAll("-----[A-Z ]+-----|\\\\s", "");
        var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
        var signature = Signature.getInstance("${signature}");
        signature.initSign(KeyFactory.getInstance("${family}").generatePrivate(key));
        signature.update(signed.getBytes(UTF_8));
        return signed + "." + part(signature.sign());`,
})

const javaSignature: Record<Site['algorithm'], { imports: string; sign: string }> = {
  HS256: {
    imports: 'import javax.crypto.Mac;\nimport javax.crypto.spec.SecretKeySpec;',
    sign: `        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(System.getenv("FIRSTLINE_SECRET").getBytes(UTF_8), "HmacSHA256"));
        return signed + "." + part(mac.doFinal(signed.getBytes(UTF_8)));`,
  },
  RS256: javaWithKey('RSA', 'SHA256withRSA'),
  ES256: javaWithKey('EC', 'SHA256withECDSAinP1363Format'),
}

const variableFor = (algorithm: Site['algorithm']) => (algorithm === 'HS256' ? 'FIRSTLINE_SECRET' : 'FIRSTLINE_PRIVATE_KEY')

/** As text in all five languages: whoever names a site may write what he likes. */
const inQuotes = (text: string) => `'${text.replaceAll(/[\\']/g, (sign) => `\\${sign}`).replaceAll('\n', ' ')}'`
const inDoubleQuotes = (text: string) => `"${text.replaceAll(/[\\"]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ')}"`
