import type { Errors } from '../../models/form.ts'
import { Field } from '../../parts/Field.tsx'
import { words } from '../../words.ts'

/** How a site is called, and what its tokens say. */
export interface SiteNames {
  name: string
  issuer: string
  audience: string
}

interface SiteFieldsProps {
  values: SiteNames
  errors: Errors<SiteNames>
  set: (change: Partial<SiteNames>) => void
}

/** The fields that a new site and a known one have in common. */
export function SiteFields({ values: { name, issuer, audience }, errors, set }: SiteFieldsProps) {
  return (
    <>
      <Field label={words.settings.name} error={errors.name}>
        {(ids) => <input {...ids} maxLength={80} value={name} onInput={(event) => set({ name: event.currentTarget.value })} />}
      </Field>
      <Field label={words.settings.issuer} error={errors.issuer}>
        {(ids) => <input {...ids} maxLength={200} value={issuer} onInput={(event) => set({ issuer: event.currentTarget.value })} />}
      </Field>
      <Field label={words.settings.audience} error={errors.audience}>
        {(ids) => <input {...ids} maxLength={200} value={audience} onInput={(event) => set({ audience: event.currentTarget.value })} />}
      </Field>
    </>
  )
}

/** What is missing in them. */
export const missingIn = ({ name, issuer, audience }: SiteNames): Errors<SiteNames> => ({
  name: name.trim() ? null : words.settings.nameMissing,
  issuer: issuer.trim() ? null : words.settings.issuerMissing,
  audience: audience.trim() ? null : words.settings.audienceMissing,
})

/** As they are saved. */
export const trimmed = ({ name, issuer, audience }: SiteNames) => ({ name: name.trim(), issuer: issuer.trim(), audience: audience.trim() })

/** Whether this looks like a public key. */
export const isPublicKey = (written: string) =>
  /^-----BEGIN PUBLIC KEY-----\s[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----$/.test(written.trim())
