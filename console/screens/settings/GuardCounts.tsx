import { secretKinds } from '../../../shared/guard.ts'
import { words as secretWords } from '../../../shared/ui/guard-words.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'

/** How often each kind came within the last 30 days. */
export function GuardCounts({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'guard:counts', {})
  return (
    <section class="panel stack">
      <h3>{laterWords.guard.counts}</h3>
      <p class="hint">{laterWords.guard.countsHint}</p>
      <Loading from={asked}>
        {({ counts }) => {
          const sum = (kind: string, how: 'masked' | 'insisted') =>
            counts.filter((one) => one.kind === kind && one.how === how).reduce((all, { times }) => all + times, 0)
          const rows = secretKinds.filter((kind) => counts.some((one) => one.kind === kind))
          if (rows.length === 0) return <p>{laterWords.guard.noCounts}</p>
          return (
            <div class="table-room">
              <table>
                <thead>
                  <tr>
                    <th class="grow">{laterWords.guard.kind}</th>
                    <th class="right">{laterWords.guard.masked}</th>
                    <th class="right">{laterWords.guard.insisted}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((kind) => (
                    <tr key={kind}>
                      <td>{secretWords.kinds[kind]}</td>
                      <td class="right num">{sum(kind, 'masked')}</td>
                      <td class="right num">{sum(kind, 'insisted')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Loading>
    </section>
  )
}
