import { useState } from 'preact/hooks'
import type { Webhook } from '../../../shared/protocol/admin.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { linesOf } from '../../models/lines.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Once } from '../../parts/Once.tsx'
import { words } from '../../words.ts'
import { Deliveries } from './Deliveries.tsx'

/** Where logged tickets are sent, and what came of it. */
export function WebhookPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'webhook:read', {})
  return (
    <>
      <h2>{words.settings.pages.webhook}</h2>
      <p class="hint">{words.settings.webhookHint}</p>
      <Loading from={asked}>{(webhook) => <Fields key={asked.turn} webhook={webhook} session={session} reload={asked.again} />}</Loading>
      <Deliveries session={session} />
    </>
  )
}

function Fields({ webhook, session, reload }: { webhook: Webhook; session: Session; reload: () => void }) {
  const [secret, setSecret] = useState<string | null>(null)
  const [form] = useState(() => {
    let { version } = webhook
    return createForm(
      { url: webhook.url ?? '', hosts: webhook.hosts.join('\n'), enabled: webhook.enabled, newSecret: !webhook.hasSecret },
      {
        check: ({ url, hosts }) => ({
          url: wrongUrl(url.trim(), linesOf(hosts)),
          hosts: wrongHost(linesOf(hosts)),
        }),
        save: async ({ url, hosts, ...rest }) => {
          const saved = await session.connection.ask('webhook:save', { version, url: url.trim() || null, hosts: linesOf(hosts), ...rest })
          version = saved.webhook.version
          if (saved.secret) setSecret(saved.secret)
        },
      },
    )
  })
  const { url, hosts, enabled, newSecret } = form.values.value
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
          <input type="checkbox" checked={newSecret} onChange={(event) => form.set({ newSecret: event.currentTarget.checked })} />
          {words.settings.newSecret}
        </label>
      </div>
      {secret && <Once label={words.settings.secret} value={secret} hint={words.settings.webhookSecretHint} />}
      <FormFoot form={form} onReload={reload}>
        <TestButton session={session} />
      </FormFoot>
    </form>
  )
}

function TestButton({ session: { connection, notices } }: { session: Session }) {
  const test = async () => {
    try {
      const { delivered, why } = await connection.ask('webhook:test', {})
      notices.tell(delivered ? words.settings.testFine : words.settings.testFailed(why), delivered ? 'info' : 'bad')
    } catch (error) {
      notices.refused(error)
    }
  }
  return (
    <button type="button" class="button" onClick={() => void test()}>
      {words.settings.test}
    </button>
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
