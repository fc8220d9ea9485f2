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

  PHP: ({ issuer, audience, algorithm }) => `<?php // composer require firebase/php-jwt
use Firebase\\JWT\\JWT;

function token_for($user): string {
    return JWT::encode([
        'iss' => ${inQuotes(issuer)},
        'aud' => ${inQuotes(audience)},
        'sub' => $user->id,
        'name' => $user->name,
        'email' => $user->email,
        'exp' => time() + 600,
    ], getenv('${variableFor(algorithm)}'), '${algorithm}');
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

  'C#': ({ issuer, audience, algorithm }) => `// dotnet add package Microsoft.IdentityModel.JsonWebTokens
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

static string TokenFor(User user)
{
${csharpKey[algorithm]}
    return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = ${inDoubleQuotes(issuer)},
        Audience = ${inDoubleQuotes(audience)},
        Expires = DateTime.UtcNow.AddMinutes(10),
        Claims = new Dictionary<string, object>
        {
            ["sub"] = user.Id, ["name"] = user.Name, ["email"] = user.Email,
        },
        SigningCredentials = new SigningCredentials(key, "${algorithm}"),
    });
}`,

  Java: ({ issuer, audience, algorithm }) => `// com.auth0:java-jwt:4.5.0
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Instant;

static String tokenFor(User user, ${javaKey[algorithm].parameter}) {
    return JWT.create()
        .withIssuer(${inDoubleQuotes(issuer)})
        .withAudience(${inDoubleQuotes(audience)})
        .withSubject(user.id())
        .withClaim("name", user.name())
        .withClaim("email", user.email())
        .withExpiresAt(Instant.now().plusSeconds(600))
        .sign(${javaKey[algorithm].sign});
}`,
}

const csharpKey: Record<Site['algorithm'], string> = {
  HS256: '    var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("FIRSTLINE_SECRET")!));',
  RS256: `    using var rsa = RSA.Create();
    rsa.ImportFromPem(Environment.GetEnvironmentVariable("FIRSTLINE_PRIVATE_KEY"));
    var key = new RsaSecurityKey(rsa) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };`,
  ES256: `    using var ec = ECDsa.Create();
    ec.ImportFromPem(Environment.GetEnvironmentVariable("FIRSTLINE_PRIVATE_KEY"));
    var key = new ECDsaSecurityKey(ec) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };`,
}

const javaKey: Record<Site['algorithm'], { parameter: string; sign: string }> = {
  HS256: { parameter: 'String secret', sign: 'Algorithm.HMAC256(secret)' },
  RS256: { parameter: 'java.security.interfaces.RSAPrivateKey key', sign: 'Algorithm.RSA256(null, key)' },
  ES256: { parameter: 'java.security.interfaces.ECPrivateKey key', sign: 'Algorithm.ECDSA256(null, key)' },
}

const variableFor = (algorithm: Site['algorithm']) => (algorithm === 'HS256' ? 'FIRSTLINE_SECRET' : 'FIRSTLINE_PRIVATE_KEY')

/** As text in all five languages: whoever names a site may write what he likes. */
const inQuotes = (text: string) => `'${text.replaceAll(/[\\']/g, (sign) => `\\${sign}`).replaceAll('\n', ' ')}'`
const inDoubleQuotes = (text: string) => `"${text.replaceAll(/[\\"]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ')}"`
