import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Consent, Found, RemoteTool, Wanted } from '../../shared/consent.ts'
import { isToolLink } from '../../shared/consent-lists.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Act } from '../../shared/protocol.ts'
import type { NameOf } from '../../shared/ui/lines.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words as shared } from '../../shared/ui/words.ts'
import { words } from '../consent-words.ts'
import { itemsFor, reportOf } from '../models/diagnostics.ts'

interface ConsentCardProps {
  chat: RequesterChat
  act(act: Act): void
}

/** What the requester is asked to agree to, as long as he is, and the tool that he agreed to. */
export function ConsentCard({ chat, act }: ConsentCardProps) {
  const consent = consentIn(chat.entries.value)
  if (!consent || chat.state.value?.status === 'ended') return null
  const { id, wanted } = consent
  const refuse = () => act({ kind: 'refuse-consent', consent: id })
  if (consent.state === 'running') return wanted.what === 'remote' ? <Running tool={wanted} stop={refuse} /> : null
  if (wanted.what === 'diagnostics')
    return <Diagnostics key={id} wanted={wanted} agree={(report) => act({ kind: 'give-consent', consent: id, report })} refuse={refuse} />
  return (
    <Asked
      title={words.remote(wanted.name)}
      why={words.remoteWhy}
      agree={() => act({ kind: 'give-consent', consent: id, report: [] })}
      refuse={refuse}
    />
  )
}

/**
 * The last question, as long as it is open or its tool is; what ends the contact ends it, also where that goes on later.
 * Found here, so that no chat loads more than it needs.
 */
export function consentIn(entries: readonly Entry[]): Pick<Consent, 'id' | 'wanted' | 'state'> | null {
  const asked = entries.findLast(({ kind }) => kind === 'consent-asked' || kind === 'ended' || kind === 'abandoned')
  if (asked?.kind !== 'consent-asked') return null
  const { consent: id, wanted } = asked
  const after = entries.filter((entry) => 'consent' in entry && entry.consent === id && entry !== asked)
  const isGiven = after.some(({ kind }) => kind === 'consent-given')
  if (after.some(({ kind }) => kind !== 'consent-given') || (isGiven && wanted.what === 'diagnostics')) return null
  return { id, wanted, state: isGiven ? 'running' : 'asked' }
}

interface AskedProps {
  title: string
  why: string
  agree(): void
  refuse(): void
  children?: ComponentChildren
}

function Asked({ title, why, agree, refuse, children }: AskedProps) {
  return (
    <section class="consent" aria-label={title}>
      <h2>{title}</h2>
      <p>{why}</p>
      {children}
      <div class="buttons">
        <button type="button" class="button primary" onClick={agree}>
          {words.agree}
        </button>
        <button type="button" class="button" onClick={refuse}>
          {words.disagree}
        </button>
      </div>
    </section>
  )
}

interface DiagnosticsProps {
  wanted: Wanted & { what: 'diagnostics' }
  agree(report: Found[]): void
  refuse(): void
}

/** The list with its values, before anything of it leaves this window; each may be left out. */
function Diagnostics({ wanted, agree, refuse }: DiagnosticsProps) {
  const items = useMemo(() => itemsFor(wanted.probes), [wanted])
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let isHere = true
    for (const { item, look } of items) void look().then((text) => isHere && setTexts((before) => ({ ...before, [item]: text })))
    return () => {
      isHere = false
    }
  }, [items])
  const found = items.flatMap(({ item, label }) => {
    const text = texts[item]
    return text ? [{ item, label, text }] : []
  })
  const take = (item: string, isIn: boolean) => {
    const next = new Set(leftOut)
    if (isIn) next.delete(item)
    else next.add(item)
    setLeftOut(next)
  }
  return (
    <Asked title={words.diagnostics} why={words.diagnosticsWhy} agree={() => agree(reportOf(found, leftOut))} refuse={refuse}>
      <ul>
        {items.map(({ item, label }) => (
          <li key={item}>
            <label>
              <input type="checkbox" checked={!leftOut.has(item)} onChange={({ currentTarget }) => take(item, currentTarget.checked)} />
              <span>
                <b>{label}</b>: {texts[item] ?? words.looking}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Asked>
  )
}

function Running({ tool: { name, link }, stop }: { tool: RemoteTool; stop(): void }) {
  return (
    <section class="consent" aria-label={words.running(name)}>
      <h2>{words.running(name)}</h2>
      <p>{words.remoteWhy}</p>
      <div class="buttons">
        {isToolLink(link) ? (
          <a class="button primary" href={link} target="_blank" rel="noopener noreferrer">
            {words.open(name)}
          </a>
        ) : null}
        <button type="button" class="button" onClick={stop}>
          {words.stop}
        </button>
      </div>
    </section>
  )
}

/** What came of a question, and what was said on the phone, told to the requester himself. */
export function tellBesides(entry: Entry, nameOf: NameOf): string | null {
  switch (entry.kind) {
    case 'consent-given':
      return words.agreed
    case 'consent-refused':
      return words.disagreed
    case 'consent-ended':
      return nameOf(entry.by) === shared.you ? words.stopped : words.over
    case 'told':
      return words.told(textOf(entry.body?.text))
    case 'call-undone':
      return words.callUndone
    default:
      return null
  }
}
