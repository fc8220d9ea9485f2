import type { ComponentProps } from 'preact'
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks'
import type { MergedFrom } from '../../shared/bonds.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { LivingTimeline } from '../../shared/ui/LivingTimeline.tsx'
import type { NameOf } from '../../shared/ui/lines.ts'
import { type Part, useMerged } from '../../shared/ui/useMerged.ts'
import { nameIn } from '../models/names.ts'
import { shownEntries } from '../models/shown-entries.ts'
import { type ChatTimelineProps, OwnTimeline, useTold } from './ChatTimeline.tsx'

/** A conversation and those that go on in it, as one timeline. Until all are there it stands alone. */
export function MergedChat({ merged, ...props }: ChatTimelineProps & { merged: readonly MergedFrom[] }) {
  const { id, chat, session, requester } = props
  const { chats } = session
  const ids = merged.map(({ conversation }) => conversation).join()
  useEffect(() => {
    const undo = merged.map(({ conversation }) => chats.watch(conversation))
    return () => {
      for (const back of undo) back()
    }
  }, [chats, ids])
  const { nameOf: nameHere, isOurs, tell, guide } = useTold(props)
  const all = [
    { number: chat.state.value?.number ?? 0, chat },
    ...merged.flatMap(({ conversation, number }) => {
      const other = chats.open.value.get(conversation)
      return other && !other.refused.value ? [{ number, chat: other }] : []
    }),
  ]
  const isThere = all.every((one) => one.chat.state.value) && merged.every(({ conversation }) => chats.open.value.has(conversation))
  const others = useRef(all)
  others.current = all
  // Names that only another of them knows.
  const nameOf: NameOf = useCallback(
    (person) => {
      const knows = others.current.find((one) => one.chat.names.value[person])
      return knows ? nameIn(knows.chat, session.desk)(person) : nameHere(person)
    },
    [nameHere, session.desk],
  )
  const told = useMemo(
    () => all.map((one) => shownEntries(one.chat.entries.value, nameOf)),
    all.map((one) => one.chat.entries.value),
  )
  const onEnd = useCallback((isAtEnd: boolean) => {
    for (const one of others.current) one.chat.show(isAtEnd)
  }, [])
  useEffect(() => () => onEnd(false), [onEnd])
  if (!isThere) return <OwnTimeline {...props} />
  const [own, ...rest] = all.map((one, at): Part => ({ label: ticketLabel(one.number), chat: one.chat, entries: told[at] ?? [] }))
  if (!own) return null
  return (
    <Together
      key={ids}
      parts={[own, ...rest]}
      label={nameOf(requester)}
      outgoing={chat.outgoing.value}
      tell={tell}
      nameOf={nameOf}
      isOurs={isOurs}
      onEnd={onEnd}
      place={chats.placeOf(`${id} ${ids}`)}
    >
      {guide}
    </Together>
  )
}

type TogetherProps = Omit<ComponentProps<typeof LivingTimeline>, 'chat' | 'entries'> & { parts: [Part, ...Part[]] }

const Together = ({ parts, ...told }: TogetherProps) => <LivingTimeline {...told} {...useMerged(parts, told.tell)} />
