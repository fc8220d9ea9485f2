import { useEffect, useState } from 'preact/hooks'
import type { AuditRecord } from '../../../shared/protocol/admin.ts'
import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import { words as laterWords } from '../../later-words.ts'
import { differencesIn } from '../../models/audit-changes.ts'
import { nameAtDesk } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { words } from '../../words.ts'

/** What administrators did. Nobody can change it. */
export function AuditPage({ session }: { session: Session }) {
  const { connection, categories } = session
  const [records, setRecords] = useState<AuditRecord[] | null>(null)
  const [more, setMore] = useState(false)
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)

  const load = async (before: number | null) => {
    try {
      const page = await connection.ask('audit:list', { before })
      setRecords((known) => [...(before === null ? [] : (known ?? [])), ...page.records])
      setMore(page.more)
      setRefusal(null)
    } catch (error) {
      // Whoever was not reached is asked again when the line is back.
      if (error instanceof Refused) setRefusal(error.code)
    }
  }
  useEffect(
    () =>
      connection.onBack(() => {
        void load(null)
        void categories.load()
      }),
    [connection, categories],
  )

  const next = records?.at(-1)?.number ?? null
  return (
    <>
      <h2>{words.settings.pages.audit}</h2>
      {!records && !refusal && <p role="status">{words.shell.loading}</p>}
      {records?.length === 0 && <p class="empty">{words.settings.nothing}</p>}
      {records && records.length > 0 && (
        <div class="table-room">
          <table class="stacks">
            <thead>
              <tr>
                <th>{words.settings.at}</th>
                <th>{words.settings.who}</th>
                <th>{words.settings.what}</th>
                <th>{words.settings.about}</th>
                <th class="grow">{words.settings.after}</th>
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <tr key={record.number}>
                  <td class="num">{asMoment(record.at)}</td>
                  <td>{record.who?.name ?? words.settings.onServer}</td>
                  <td title={record.what}>{laterWords.audited[record.what] ?? record.what}</td>
                  <td>{record.subject?.name}</td>
                  <td class="grow">
                    <Change record={record} session={session} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}
          <button type="button" class="link" onClick={() => void load(next)}>
            {words.shell.again}
          </button>
        </p>
      )}
      {more && (
        <button type="button" class="button more" onClick={() => void load(next)}>
          {words.settings.more}
        </button>
      )}
    </>
  )
}

/** Only what became different. */
function Change({ record, session: { desk, categories } }: { record: AuditRecord; session: Session }) {
  const nameOf = (id: string) => categories.find(id)?.path ?? nameAtDesk(desk, id, id)
  const named = (text: string) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, nameOf)
  return (
    <small>
      {differencesIn(record, named).map(({ name, before, after }) => (
        <span key={name} class="change">
          {name}: {before !== null && <del>{before}</del>} <ins>{after}</ins>
        </span>
      ))}
    </small>
  )
}
