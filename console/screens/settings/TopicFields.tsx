import { Plus, Trash2 } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { newTopic, type WrittenTopic } from '../../models/teams.ts'
import { MoveVerbs } from '../../parts/MoveVerbs.tsx'
import { words } from '../../words.ts'

interface TopicFieldsProps {
  topics: readonly WrittenTopic[]
  onChange: (topics: WrittenTopic[]) => void
}

/** What requesters may choose from, in their order. A topic that is renamed stays the same topic. */
export function TopicFields({ topics, onChange }: TopicFieldsProps) {
  const list = useRef<HTMLUListElement>(null)
  const focusOn = (place: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLInputElement>('input')[Math.min(place, list.current.children.length - 1)]?.focus(),
    )
  const add = () => {
    onChange([...topics, newTopic()])
    focusOn(topics.length)
  }
  const move = (from: number, to: number) => {
    const next = [...topics]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }
  const called = ({ name }: WrittenTopic, place: number) => name.trim() || words.settings.topicNumber(place + 1)
  return (
    <fieldset class="topics">
      <legend>{words.settings.topics}</legend>
      <ul ref={list}>
        {topics.map((topic, place) => (
          <li key={topic.id}>
            <input
              aria-label={words.settings.topicNumber(place + 1)}
              maxLength={80}
              value={topic.name}
              onInput={({ currentTarget }) =>
                onChange(topics.map((one) => (one.id === topic.id ? { ...one, name: currentTarget.value } : one)))
              }
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
            <MoveVerbs
              name={called(topic, place)}
              first={place === 0}
              last={place === topics.length - 1}
              onMove={(by) => move(place, place + by)}
            />
            <button
              type="button"
              class="icon-button"
              aria-label={words.settings.removeTopic(called(topic, place))}
              onClick={() => {
                onChange(topics.filter(({ id }) => id !== topic.id))
                focusOn(place)
              }}
            >
              <Trash2 aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={add}>
        <Plus aria-hidden="true" />
        {words.settings.addTopic}
      </button>
      <p class="hint">{words.settings.topicsHint}</p>
    </fieldset>
  )
}
