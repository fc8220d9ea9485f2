import { MonitorCheck } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { AgentChat } from '../../../shared/client/chat.ts'
import type { Consent, RemoteTool } from '../../../shared/consent.ts'
import { isToolLink } from '../../../shared/consent-lists.ts'
import { type Outcome, outcomes } from '../../../shared/guide.ts'
import { words } from '../../later-words.ts'
import type { Session } from '../../models/session.ts'
import type { UnsavedForm } from '../../models/unsaved.ts'

interface ConsentBarProps {
  chat: AgentChat
  session: Session
  consent: Consent
  /** Whether its reader may speak here. */
  canSpeak: boolean
}

/** What the requester was asked for, and the tool that he agreed to, until its agent says what came of it. */
export function ConsentBar({ chat, session: { notices, unsaved }, consent, canSpeak }: ConsentBarProps) {
  const { id, wanted, state } = consent
  const kept = unsaved.of<Written>(`consent:${id}`)
  const end = (more: { outcome?: Outcome; result?: string } = {}) =>
    void chat.act({ kind: 'end-consent', consent: id, ...more }).then(() => kept.write({}), notices.refused)
  return (
    <section class="consent-bar" aria-label={words.remote.menu}>
      <MonitorCheck aria-hidden="true" />
      {wanted.what === 'remote' && state === 'running' ? (
        <Running
          key={id}
          tool={wanted}
          canSpeak={canSpeak}
          kept={kept}
          end={(outcome, result) => end({ outcome, ...(result && { result }) })}
        />
      ) : (
        <>
          <p role="status">{wanted.what === 'remote' ? words.remote.waiting.remote(wanted.name) : words.remote.waiting.diagnostics}</p>
          {canSpeak && (
            <button type="button" class="link" onClick={() => end()}>
              {words.remote.takeBack}
            </button>
          )}
        </>
      )}
    </section>
  )
}

/** What came of it, half written. */
interface Written {
  result: string
}

interface RunningProps {
  tool: RemoteTool
  canSpeak: boolean
  kept: UnsavedForm<Written>
  end(outcome: Outcome, result: string): void
}

function Running({ tool: { name, link }, canSpeak, kept, end }: RunningProps) {
  const [result, setResult] = useState(() => kept.read().result ?? '')
  const write = (written: string) => {
    setResult(written)
    kept.write(written ? { result: written } : {})
  }
  return (
    <>
      <p role="status">{words.remote.running(name)}</p>
      {canSpeak && (
        <>
          {isToolLink(link) && (
            <a class="link" href={link} target="_blank" rel="noopener noreferrer">
              {words.remote.open(name)}
            </a>
          )}
          <label>
            <span class="sr-only">{words.remote.result}</span>
            <input
              maxLength={100}
              placeholder={words.remote.result}
              value={result}
              onInput={({ currentTarget }) => write(currentTarget.value)}
            />
          </label>
          <div class="buttons">
            {outcomes.map((outcome) => (
              <button key={outcome} type="button" class="button" onClick={() => end(outcome, result.trim())}>
                {words.remote.outcomes[outcome]}
              </button>
            ))}
          </div>
        </>
      )}
    </>
  )
}
