import { randomUUID } from 'node:crypto'
import type { CannedReply } from '../../../shared/protocol/admin.ts'
import type { WrittenReply } from '../../../shared/protocol/settings-file.ts'
import type { ReplyReach } from '../administration.ts'
import type { By } from '../people.ts'
import { documentOf, type SetUp, type WholeSettings } from './document.ts'
import { fits } from './misfit.ts'
import type { SettingsPorts } from './ports.ts'
import { asKey, keyOfReply, takenInTurn, wholeReply } from './wording.ts'

/** Whatever is one agent's own is out of reach: this agent keeps nothing. */
export const everybodys: ReplyReach = { agent: '00000000-0000-0000-0000-000000000000', shared: 'all' }

/** Makes the saved replies what is wanted. Those that say so already stay as they are; one of the same name is changed into the other. */
export async function arrangeReplies({ replies }: SettingsPorts, by: By, setUp: SetUp, { replies: wanted }: WholeSettings): Promise<void> {
  const written = documentOf(setUp).replies
  const sameAs = takenInTurn(wanted, wholeReply)
  const rest = setUp.replies.flatMap((reply, place) => {
    const was = written[place]
    return !was || sameAs(wholeReply(was)) ? [] : [{ ...reply, was }]
  })
  const isThere = takenInTurn(written, wholeReply)
  const left = takenInTurn(
    wanted.filter((reply) => !isThere(wholeReply(reply))),
    keyOfReply,
  )
  const teamOf = new Map(setUp.teams.map(({ id, name }) => [asKey(name), id]))
  const whose = ({ team }: WrittenReply): CannedReply['whose'] => (team === null ? 'everyone' : { team: teamOf.get(asKey(team)) ?? '' })

  for (const { id, version, was } of rest) {
    const reply = left(keyOfReply(was))
    const said = reply && { reply: id, version, name: reply.name, text: reply.text, whose: whose(reply) }
    if (said) await fits(['replies', said.name], replies.save(by, everybodys, said))
    else await fits(['remove', 'replies', was.name], replies.remove(by, everybodys, { reply: id, version }))
  }
  for (const reply of wanted) {
    const added = left(keyOfReply(reply))
    if (added)
      await fits(
        ['replies', added.name],
        replies.save(by, everybodys, { reply: randomUUID(), version: 0, name: added.name, text: added.text, whose: whose(added) }),
      )
  }
}
