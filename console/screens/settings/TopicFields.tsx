import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { newTopic, type WrittenTopic } from '../../models/teams.ts'
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
    focusOn(to)
  }
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
            <button
              type="button"
              class="icon-button"
              aria-label={words.settings.moveUp(topic.name)}
              aria-disabled={place === 0}
              onClick={() => place > 0 && move(place, place - 1)}
            >
              <ArrowUp aria-hidden="true" />
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={words.settings.moveDown(topic.name)}
              aria-disabled={place === topics.length - 1}
              onClick={() => place < topics.length - 1 && move(place, place + 1)}
            >
              <ArrowDown aria-hidden="true" />
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={words.settings.removeTopic(topic.name)}
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
