import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { Site, SiteWithSecret } from '../../../shared/protocol/admin.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Once } from '../../parts/Once.tsx'
import { words } from '../../words.ts'
import { SiteCode } from './SiteCode.tsx'
import { isPublicKey, missingIn, SiteFields, type SiteNames, trimmed } from './SiteFields.tsx'

type Algorithm = Site['algorithm']
const algorithms: Algorithm[] = ['HS256', 'RS256', 'ES256']

/** Lets one more page vouch for its visitors. */
export function NewSite({ session: { connection }, onClose }: { session: Session; onClose: () => void }) {
  const [made, setMade] = useState<SiteWithSecret | null>(null)
  // One id over all tries.
  const [site] = useState(newId)
  const [form] = useState(() =>
    createForm<SiteNames & { algorithm: Algorithm; publicKey: string }>(
      { name: '', issuer: '', audience: 'firstline', algorithm: 'HS256', publicKey: '' },
      {
        check: (values) => ({
          ...missingIn(values),
          publicKey: values.algorithm === 'HS256' || isPublicKey(values.publicKey) ? null : words.settings.publicKeyWrong,
        }),
        save: async ({ algorithm, publicKey, ...names }) => {
          const key = algorithm === 'HS256' ? { algorithm } : { algorithm, publicKey: publicKey.trim() }
          setMade(await connection.ask('sites:add', { site, ...trimmed(names), key }))
        },
        about: { 'name-taken': 'name', 'issuer-taken': 'issuer', 'bad-key': 'publicKey' },
      },
    ),
  )
  const { algorithm, publicKey } = form.values.value
  if (made) {
    return (
      <Dialog title={words.settings.newSite} onClose={onClose}>
        {made.secret && <Once label={words.settings.secret} value={made.secret} hint={words.settings.secretHint} />}
        <SiteCode site={made.site} />
        <div class="buttons">
          <button type="button" class="button primary" onClick={onClose}>
            {words.shell.close}
          </button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={words.settings.newSite} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <SiteFields values={form.values.value} errors={form.errors.value} set={form.set} />
        <Choice
          label={words.settings.algorithm}
          value={algorithm}
          words={words.settings.algorithms}
          from={algorithms}
          choose={(chosen) => form.set({ algorithm: chosen })}
        />
        {algorithm !== 'HS256' && (
          <Field label={words.settings.publicKey} error={form.errors.value.publicKey}>
            {(ids) => (
              <textarea
                {...ids}
                rows={6}
                spellcheck={false}
                value={publicKey}
                onInput={(event) => form.set({ publicKey: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
        <FormFoot form={form} />
      </form>
    </Dialog>
  )
}
