import { useState } from 'preact/hooks'
import type { Site } from '../../../shared/protocol/admin.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Once } from '../../parts/Once.tsx'
import { words } from '../../words.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { SiteCode } from './SiteCode.tsx'
import { isPublicKey, missingIn, SiteFields, type SiteNames, trimmed } from './SiteFields.tsx'

interface SiteDialogProps {
  session: Session
  site: Site
  onClose: () => void
  /** Something was taken back after this dialog was closed. */
  onUndone: () => void
}

/** A site: its names, its next key, its end. */
export function SiteDialog({ session, site, onClose, onUndone }: SiteDialogProps) {
  const { connection, notices } = session
  // Both forms change the same row, so they share the version that was last seen.
  const [seen] = useState({ version: site.version })
  const [form] = useState(() =>
    createForm<SiteNames>(site, {
      check: missingIn,
      about: { 'name-taken': 'name', 'issuer-taken': 'issuer' },
      save: async (names) => {
        seen.version = (await connection.ask('sites:change', { site: site.id, version: seen.version, ...trimmed(names) })).version
      },
      saved: (undo) => notices.done(words.settings.savedPage, undo),
    }),
  )
  const remove = async () => {
    await connection.ask('sites:remove', { site: site.id, version: seen.version })
    notices.done(words.settings.removedSite(site.name), () => connection.ask('sites:restore', { site: site.id }).then(onUndone))
  }
  return (
    <Dialog title={words.settings.changeSite(site.name)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <SiteFields values={form.values.value} errors={form.errors.value} set={form.set} />
        <FormFoot form={form} onReload={onClose}>
          <RemoveButton remove={remove} onDone={onClose} />
        </FormFoot>
      </form>
      <SiteCode site={{ ...site, ...trimmed(form.values.value) }} />
      <Rotation session={session} site={site} seen={seen} onClose={onClose} />
    </Dialog>
  )
}

function Rotation({ session: { connection }, site, seen, onClose }: Omit<SiteDialogProps, 'onUndone'> & { seen: { version: number } }) {
  const [secret, setSecret] = useState<string | null>(null)
  const isShared = site.algorithm === 'HS256'
  const [form] = useState(() =>
    createForm(
      { publicKey: '', previousHours: '24' },
      {
        check: ({ publicKey, previousHours }) => ({
          publicKey: isShared || isPublicKey(publicKey) ? null : words.settings.publicKeyWrong,
          previousHours: /^\d{1,3}$/.test(previousHours) && Number(previousHours) <= 720 ? null : words.settings.between(0, 720),
        }),
        save: async ({ publicKey, previousHours }) => {
          const made = await connection.ask('sites:rotate', {
            site: site.id,
            version: seen.version,
            publicKey: isShared ? null : publicKey.trim(),
            previousHours: Number(previousHours),
          })
          seen.version = made.site.version
          setSecret(made.secret)
        },
        about: { 'bad-key': 'publicKey' },
      },
    ),
  )
  const { publicKey, previousHours } = form.values.value
  if (secret) return <Once label={words.settings.secret} value={secret} hint={words.settings.secretHint} />
  return (
    <form class="stack verbs" noValidate onSubmit={(event) => void form.submit(event)}>
      <h3>{words.settings.rotate}</h3>
      <p class="hint">{words.settings.rotateHint}</p>
      {!isShared && (
        <Field label={words.settings.publicKey} error={form.errors.value.publicKey}>
          {(ids) => (
            <textarea
              {...ids}
              rows={5}
              spellcheck={false}
              value={publicKey}
              onInput={(event) => form.set({ publicKey: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Field label={words.settings.previousHours} error={form.errors.value.previousHours}>
        {(ids) => (
          <input
            {...ids}
            class="short num"
            inputMode="numeric"
            value={previousHours}
            onInput={(event) => form.set({ previousHours: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} label={words.settings.rotate} onReload={onClose} />
    </form>
  )
}
