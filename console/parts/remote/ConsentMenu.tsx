import { useEffect, useState } from 'preact/hooks'
import type { AgentChat } from '../../../shared/client/chat.ts'
import { noRemoteHelp } from '../../../shared/consent.ts'
import type { Act } from '../../../shared/protocol.ts'
import { words } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import type { ConsentKeys } from '../useConsentMenu.ts'

interface ConsentMenuProps {
  chat: AgentChat
  session: Session
  /** What stands behind the slash. */
  asked: string
  /** Where the keys of the place to write come from. */
  keys: ConsentKeys
  done(): void
}

type Wanted = Extract<Act, { kind: 'ask-consent' }>['wanted']

/** What the requester can be asked to agree to; the arrow keys choose, Enter asks. */
export function ConsentMenu({ chat, session: { connection, notices }, asked, keys, done }: ConsentMenuProps) {
  const found = useAsked(connection, 'remote:read', {})
  const [chosen, setChosen] = useState(0)
  const { probes, tools } = found.answer?.remote ?? noRemoteHelp
  const choices: { text: string; hint: string; wanted: Wanted }[] = [
    { text: words.remote.diagnostics, hint: words.remote.diagnosticsHint(probes.length), wanted: 'diagnostics' as const },
    ...tools.map(({ name, link }) => ({ text: words.remote.tool(name), hint: link, wanted: { tool: name } })),
  ].filter(({ text }) => text.toLowerCase().includes(asked.replace(/^\/\w*\s*/, '').toLowerCase()))
  const at = Math.min(chosen, Math.max(0, choices.length - 1))
  const ask = (wanted: Wanted) => {
    done()
    void chat.act({ kind: 'ask-consent', wanted }).catch(notices.refused)
  }
  useEffect(() => {
    keys.current = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const one = choices[at]
      if (step) setChosen((at + step + choices.length) % Math.max(1, choices.length))
      else if (event.key === 'Enter' && one) ask(one.wanted)
      else return false
      event.preventDefault()
      return true
    }
    return () => {
      keys.current = null
    }
  })
  const one = choices[at]
  return (
    <div class="replies-menu">
      <p class="sr-only" role="status">
        {one ? words.remote.chosen(one.text, at + 1, choices.length) : ''}
      </p>
      <h3>{words.remote.menu}</h3>
      {found.answer && tools.length === 0 && <p class="empty">{words.remote.noTools}</p>}
      <ul>
        {choices.map(({ text, hint, wanted }, place) => (
          <li key={text}>
            <button
              type="button"
              tabIndex={-1}
              class={place === at ? 'chosen' : ''}
              // The cursor stays where one writes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => ask(wanted)}
            >
              <b>{text}</b>
              <span>{hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
