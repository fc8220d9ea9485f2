import { codes } from '../../shared/ticket.ts'
import { words as laterWords } from '../later-words.ts'
import { useAsked } from '../models/asked.ts'
import { everythingOpen, openStatuses, showsOpen } from '../models/narrowing.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { OpenedFilter } from './OpenedFilter.tsx'
import { Pick } from './Pick.tsx'

const statuses = ['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled'] as const
const priorities = [1, 2, 3, 4, 5] as const
const timed = ['running', 'soon', 'late', 'missed'] as const
const promised = ['open', 'broken'] as const
const channels = ['chat', 'message', 'phone', 'walk-up'] as const

/** What the list is narrowed to, column by column. */
export function TicketFilters({ session }: { session: Session }) {
  const { tickets, desk, categories } = session
  const narrowing = tickets.narrowing.value
  const incidents = useAsked(session.connection, 'incident:list', {})
  const { filters } = narrowing
  const board = desk.board.value
  const status = showsOpen(narrowing) ? 'open' : (filters.status?.[0] ?? '')
  const isNarrowed = Object.keys(filters).some((name) => name !== 'status') || !(status === 'open' || status === '')
  return (
    <fieldset class="filters">
      <legend class="sr-only">{words.tickets.filters}</legend>
      <Pick
        label={words.tickets.status}
        value={status}
        any={words.tickets.anyStatus}
        from={[['open', words.tickets.open], ...statuses.map((one): [string, string] => [one, words.tickets.statuses[one]])]}
        onPick={(value) => void tickets.filter('status', statusesIn(value))}
      />
      <Pick
        label={words.tickets.priority}
        value={String(filters.priority?.[0] ?? '')}
        any={words.tickets.anyPriority}
        from={priorities.map((one) => [String(one), words.chats.priorityLong(one)])}
        onPick={(value) => void tickets.filter('priority', value ? priorities.filter((one) => String(one) === value) : undefined)}
      />
      <Pick
        label={words.tickets.team}
        value={filters.team ?? ''}
        any={words.tickets.anyTeam}
        from={(board?.teams ?? []).map(({ id, name }) => [id, name])}
        onPick={(value) => void tickets.filter('team', value || undefined)}
      />
      <Pick
        label={words.tickets.owner}
        value={filters.owner ?? ''}
        any={words.tickets.anyOwner}
        from={[
          ['me', words.tickets.mine],
          ['none', words.tickets.nobody],
          ...(board?.colleagues ?? []).filter(({ id }) => id !== board?.me.id).map(({ id, name }): [string, string] => [id, name]),
        ]}
        onPick={(value) => void tickets.filter('owner', value || undefined)}
      />
      <Pick
        label={words.tickets.category}
        value={filters.category ?? ''}
        any={laterWords.lists.anyCategory}
        from={[['none', laterWords.lists.noCategory], ...categories.tree.value.map(({ id, path }): [string, string] => [id, path])]}
        onPick={(value) => void tickets.filter('category', value || undefined)}
      />
      <Pick
        label={words.tickets.channel}
        value={filters.channel ?? ''}
        any={laterWords.lists.anyChannel}
        from={channels.map((one) => [one, words.tickets.channels[one]])}
        onPick={(value) =>
          void tickets.filter(
            'channel',
            channels.find((one) => one === value),
          )
        }
      />
      <Pick
        label={words.tickets.outcome}
        value={filters.code ?? ''}
        any={laterWords.lists.anyOutcome}
        from={codes.map((one) => [one, words.tickets.codes[one]])}
        onPick={(value) =>
          void tickets.filter(
            'code',
            codes.find((one) => one === value),
          )
        }
      />
      <Pick
        label={words.escalation.filter}
        value={filters.work ?? ''}
        any={words.escalation.any}
        from={[
          ['sent', words.escalation.some],
          ['waiting', words.escalation.waiting],
        ]}
        onPick={(value) => void tickets.filter('work', value === 'sent' || value === 'waiting' ? value : undefined)}
      />
      <Pick
        label={laterWords.promising.filter}
        value={filters.promise ?? ''}
        any={laterWords.promising.any}
        from={promised.map((one) => [one, laterWords.promising[one]])}
        onPick={(value) =>
          void tickets.filter(
            'promise',
            promised.find((one) => one === value),
          )
        }
      />
      <Pick
        label={laterWords.incidents.filter}
        value={filters.incident ?? ''}
        any={laterWords.incidents.any}
        from={[
          ['any', laterWords.incidents.some],
          ...(incidents.answer?.incidents ?? []).map(({ id, title }): [string, string] => [id, title]),
        ]}
        onPick={(value) => void tickets.filter('incident', value || undefined)}
      />
      {desk.isTimed.value && (
        <Pick
          label={laterWords.targets.filter}
          value={filters.target ?? ''}
          any={laterWords.targets.any}
          from={timed.map((one) => [one, laterWords.targets.kinds[one]])}
          onPick={(value) =>
            void tickets.filter(
              'target',
              timed.find((one) => one === value),
            )
          }
        />
      )}
      <OpenedFilter session={session} />
      {isNarrowed && (
        <button type="button" class="link" onClick={() => void tickets.show({ ...everythingOpen, words: narrowing.words })}>
          {laterWords.lists.clearFilters}
        </button>
      )}
    </fieldset>
  )
}

function statusesIn(value: string) {
  if (value === 'open') return [...openStatuses]
  const found = statuses.find((one) => one === value)
  return found ? [found] : undefined
}
