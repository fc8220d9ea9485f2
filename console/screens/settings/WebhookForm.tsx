import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Webhook } from '../../../shared/protocol/admin.ts'
import { createForm } from '../../models/form.ts'
import { linesOf } from '../../models/lines.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Once } from '../../parts/Once.tsx'
import { words } from '../../words.ts'

/** Where to, to whom, and with which secret. */
export function WebhookForm({ webhook, session, reload }: { webhook: Webhook; session: Session; reload: () => void }) {
  const [secret, setSecret] = useState<string | null>(null)
  // Beside the form, since it cannot be taken back: the secret before is gone.
  const newSecret = useSignal(!webhook.hasSecret)
  const [form] = useState(() => {
    let { version } = webhook
    return createForm(
      { url: webhook.url ?? '', hosts: webhook.hosts.join('\n'), enabled: webhook.enabled },
      {
        unsaved: session.unsaved.of('webhook'),
        check: ({ url, hosts }) => ({
          url: wrongUrl(url.trim(), linesOf(hosts)),
          hosts: wrongHost(linesOf(hosts)),
        }),
        about: { 'host-not-listed': 'url' },
        save: async ({ url, hosts, enabled }) => {
          const wanted = { url: url.trim() || null, hosts: linesOf(hosts), enabled, newSecret: newSecret.peek() }
          const saved = await session.connection.ask('webhook:save', { version, ...wanted })
          newSecret.value = false
          version = saved.webhook.version
          if (saved.secret) setSecret(saved.secret)
        },
        saved: (undo) => session.notices.done(words.settings.savedPage, undo),
      },
    )
  })
  const { url, hosts, enabled } = form.values.value
  const errors = form.errors.value
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <Field label={words.settings.url} error={errors.url}>
        {(ids) => (
          <input {...ids} type="url" maxLength={2000} value={url} onInput={(event) => form.set({ url: event.currentTarget.value })} />
        )}
      </Field>
      <Field label={words.settings.hosts} hint={words.settings.hostsHint} error={errors.hosts}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            spellcheck={false}
            value={hosts}
            onInput={(event) => form.set({ hosts: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="choices">
        <label>
          <input type="checkbox" checked={enabled} onChange={(event) => form.set({ enabled: event.currentTarget.checked })} />
          {words.settings.enabled}
        </label>
        <label>
          <input
            type="checkbox"
            checked={newSecret.value}
            onChange={({ currentTarget }) => {
              newSecret.value = currentTarget.checked
            }}
          />
          {words.settings.newSecret}
        </label>
      </div>
      {secret && <Once label={words.settings.secret} value={secret} hint={words.settings.webhookSecretHint} />}
      <FormFoot form={form} onReload={reload} canDiscard />
    </form>
  )
}

function wrongUrl(url: string, hosts: string[]) {
  if (!url) return null
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return words.settings.urlWrong
  const { host, hostname } = new URL(url)
  // Whether an address lies in a listed network, the server says.
  return hosts.some((listed) => [host, hostname].includes(listed.toLowerCase()) || listed.includes('/')) ? null : words.settings.urlHost
}

function wrongHost(hosts: string[]) {
  const wrong = hosts.find((host) => !/^[a-z0-9.:/[\]-]+$/i.test(host))
  return wrong ? words.settings.hostsWrong(wrong) : null
}
