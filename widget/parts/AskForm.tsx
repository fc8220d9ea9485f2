import { ArrowRight } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Reception } from '../../shared/protocol/visit.ts'
import type { Visit } from '../models/visit.ts'
import { receptionFor, type Welcome } from '../models/welcome.ts'
import { words } from '../words.ts'

/** What is it about, what happened, and whether asking now leads to a person. */
export function AskForm({ visit }: { visit: Visit }) {
  const [topic, setTopic] = useState('')
  const [text, setText] = useState(() => visit.draft('new'))
  const reception = visit.reception.value
  const welcome = receptionFor(reception, topic || null)
  const write = (written: string) => {
    setText(written)
    visit.keepDraft('new', written)
  }
  const ask = (entrance: 'line' | 'message') => {
    if (text.trim() === '') return
    visit.ask(topic || null, text.trim(), entrance)
    write('')
  }
  return (
    <form
      class="card ask"
      onSubmit={(event) => {
        event.preventDefault()
        ask(welcome.kind === 'here' ? 'line' : 'message')
      }}
    >
      {reception && reception.topics.length > 0 ? <Topics topics={reception.topics} topic={topic} choose={setTopic} /> : null}
      <label>
        {words.ask.text}
        <textarea
          rows={3}
          required
          maxLength={4000}
          placeholder={words.ask.hint}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary wide" disabled={welcome.kind === 'unknown'}>
        {welcome.kind === 'closed' || welcome.kind === 'nobody' ? words.ask.message : words.ask.chat}
        <ArrowRight size={16} aria-hidden="true" />
      </button>
      <WelcomeLine welcome={welcome} />
      {welcome.kind === 'here' ? (
        <button type="button" class="link" onClick={() => ask('message')}>
          {words.ask.messageInstead}
        </button>
      ) : null}
    </form>
  )
}

interface TopicsProps {
  topics: Reception['topics']
  topic: string
  choose(topic: string): void
}

function Topics({ topics, topic, choose }: TopicsProps) {
  return (
    <label>
      {words.ask.topic}
      <select value={topic} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.ask.anything}</option>
        {topics.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Said before anyone waits. */
function WelcomeLine({ welcome }: { welcome: Welcome }) {
  return (
    <p class={`welcome ${welcome.kind}`} role="status">
      {sentence(welcome)}
    </p>
  )
}

function sentence(welcome: Welcome): string {
  switch (welcome.kind) {
    case 'unknown':
      return words.reception.unknown
    case 'here':
      return [
        words.reception.here(welcome.count),
        welcome.minutes ? words.minutes(welcome.minutes) : words.reception.waiting(welcome.waiting),
      ].join(' · ')
    case 'nobody':
      return words.reception.nobody
    case 'closed':
      return welcome.opensAt ? words.reception.closedUntil(welcome.opensAt) : words.reception.closed
  }
}
