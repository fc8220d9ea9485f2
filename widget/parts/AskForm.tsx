import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Reception } from '../../shared/protocol/visit.ts'
import { useLater } from '../../shared/ui/later.ts'
import type { Visit } from '../models/visit.ts'
import { receptionFor } from '../models/welcome.ts'
import { words } from '../words.ts'
import { deskTexts } from './desk-texts.ts'
import { Fields } from './Fields.tsx'
import { ArrowRight } from './icons.tsx'
import { useWrong } from './useWrong.tsx'
import { WelcomeLine } from './WelcomeLine.tsx'

const besidesLater = () => import('../besides.ts')
const noGuard = async () => null

/** What is it about, what happened, and whether asking now leads to a person. */
export function AskForm({ visit }: { visit: Visit }) {
  const [wanted, setWanted] = useState(() => visit.draft('topic'))
  const [text, setText] = useState(() => visit.draft('new'))
  useEffect(() => visit.onDraft('new', setText), [visit])
  const [warning, hold] = useState<JSX.Element | null>(null)
  const [given, setGiven] = useState<Record<string, string>>({})
  const fields = visit.look.value?.fields ?? []
  const answers = Object.fromEntries(fields.map(({ id }) => [id, given[id] ?? visit.draft(`answer:${id}`)]))
  const later = useLater(besidesLater, visit.talk.value !== null)
  const wrong = useWrong()
  const reception = visit.reception.value
  const topic = reception?.topics.some(({ id }) => id === wanted) ? wanted : ''
  const welcome = receptionFor(reception, topic || null)
  const write = (written: string) => {
    hold(null)
    setText(written)
    visit.keepDraft('new', written)
  }
  const choose = (chosen: string) => {
    setWanted(chosen)
    visit.keepDraft('topic', chosen)
  }
  /** What happens without a chat: an answer in writing, or a call. */
  const instead = welcome.kind === 'full' ? welcome.refuge : (welcome.kind === 'here' && welcome.tooLong?.refuge) || 'message'
  const talk = visit.talk.value
  const guard = useLater(talk?.warningLater ?? noGuard, talk !== null)
  /** Before the guard is there, the desk alone lays masks over what is secret. */
  const ask = (entrance: 'line' | 'message') => {
    const rules = visit.guard.value
    const go = (safe: string, asIs?: true) => send(entrance, safe, asIs)
    if (guard && rules) guard.pass(text.trim(), { rules, isAgent: false }, go, hold)
    else go(text.trim())
  }
  const send = (entrance: 'line' | 'message', safe: string, asIs?: true) => {
    const told = fields.flatMap(({ id, label }) => (answers[id]?.trim() ? [{ field: id, label, text: answers[id].trim() }] : []))
    visit.ask(topic || null, safe, entrance, { answers: told, callBack: entrance === 'message' && instead === 'call-back', asIs })
    write('')
    choose('')
    for (const { id } of fields) answer(id, '')
  }
  const answer = (field: string, written: string) => {
    hold(null)
    setGiven((before) => ({ ...before, [field]: written }))
    visit.keepDraft(`answer:${field}`, written)
  }
  return (
    <>
      {later ? <later.BeforeAsking visit={visit} topic={topic} /> : null}
      <form
        class="card ask"
        {...wrong.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (wrong.isRight(event.currentTarget)) ask(welcome.kind === 'here' ? 'line' : 'message')
        }}
      >
        {reception && reception.topics.length > 0 ? <Topics topics={reception.topics} topic={topic} choose={choose} /> : null}
        <label>
          {words.ask.text}
          <textarea
            {...wrong.at('text')}
            rows={3}
            required
            maxLength={longest}
            placeholder={deskTexts(visit).hint}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </label>
        {wrong.said('text')}
        {warning}
        <Fields wrong={wrong} fields={fields} answers={answers} answer={answer} />
        <div class="files-place">{later ? <later.AskFiles visit={visit} /> : null}</div>
        <button type="submit" class="button primary wide" disabled={welcome.kind === 'unknown'}>
          {welcome.kind === 'here' || welcome.kind === 'unknown' ? words.ask.chat : words.ask.without[instead]}
          <ArrowRight size={16} />
        </button>
        <WelcomeLine welcome={welcome} />
        {welcome.kind === 'here' ? (
          <button
            type="button"
            class={welcome.tooLong ? 'button wide' : 'link'}
            onClick={({ currentTarget: { form } }) => wrong.isRight(form) && ask('message')}
          >
            {words.ask.instead[instead]}
          </button>
        ) : null}
      </form>
      {later ? <later.FittingArticles visit={visit} text={text} write={write} /> : null}
    </>
  )
}

/** Leaves room for the answers to what else is asked. */
const longest = 3400

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
