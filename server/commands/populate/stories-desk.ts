import type { Story } from './story.ts'

/** What the service desk hears every day. */
export const deskStories: Story[] = [
  {
    topic: 'Password or account',
    category: 'Account / Password',
    impact: 'low',
    urgency: 'high',
    code: 'solved',
    resolution: 'Identity checked by personnel number and manager. Password reset, and changed by the requester at the next sign-in.',
    script: `
      R I cannot sign in to Windows any more, it says my password has expired. I have a presentation in {minutes} minutes
      A Hello {requester}, that we can do quickly. Please tell me your personnel number and who your manager is, so that I know it is you.
      R 20417, and my manager is Paul Adler
      N Identity checked against the directory.
      A Thank you. I have set a temporary password and sent it to your registered mobile. Windows asks you to choose a new one.
      R got it. one second
      R Works! you saved my morning
      A Glad to hear it. Good luck with the presentation.
    `,
  },
  {
    topic: 'Password or account',
    category: 'Account / Locked out',
    impact: 'low',
    urgency: 'high',
    code: 'solved',
    resolution: 'Account unlocked. An old password was saved in the mail app of the phone and locked it again and again; removed there.',
    script: `
      R My account is locked again, third time since Monday
      A Hello {requester}. I can unlock it right away, but let us find out who keeps locking it. Do you have company mail on your phone?
      R Yes, on my private one too
      N Lockouts come from ActiveSync, every fifteen minutes.
      A Your phone still tries an old password. Please remove the mail account there and add it again. I have unlocked you meanwhile.
      R Removed on both. Mail is coming in again
      A And no new failed attempts on our side. That was it.
      R Thank you {agent}!
    `,
  },
  {
    topic: 'Password or account',
    category: 'Account / Second factor',
    impact: 'low',
    urgency: 'medium',
    code: 'solved',
    resolution: 'Second factor moved to the new phone after an identity check; old device revoked.',
    script: `
      R New phone since yesterday, and the authenticator app is empty. How do I get my codes back?
      A Hello {requester}, codes do not move with the phone on purpose. I send you a link to register the new one; it works for ten minutes.
      A First the usual check please: your personnel number, and the town you work in.
      R 18833, {site}
      A Thank you, the link is on its way to your second address.
      R scanned the code, and it asks me for a number now
      A 42
      R in! thanks
      N Old device revoked.
    `,
  },
  {
    topic: 'Password or account',
    category: 'Account / Access rights',
    impact: 'low',
    urgency: 'low',
    subject: 'Access to the share {share}',
    code: 'solved',
    resolution: 'Added to the group after approval by the owner of the share. Takes effect at the next sign-in.',
    script: `
      R Hi, I joined a new project and need access to the {share} share please. "Access denied" so far.
      A Hello {requester}. The owner of that share has to agree; I have asked him just now.
      A It is approved. Please sign out of Windows and in again, then it should open.
      R Yes, I can see the folders now. Read only though?
      A Reading is what was approved. If you need to write, I ask him again.
      R Reading is fine, thanks
    `,
  },
  {
    topic: 'E-mail and calendar',
    category: 'Outlook / Search',
    impact: 'low',
    urgency: 'medium',
    code: 'solved',
    resolution: 'Search index of Outlook rebuilt.',
    script: `
      R Outlook does not find any mail older than two weeks. They are there when I scroll
      A Hello {requester}. That sounds like a broken search index. May I walk you through rebuilding it? It takes two minutes, and half an hour in the background.
      R sure
      A File, Options, Search, Indexing Options, Advanced, Rebuild. Outlook stays usable.
      R ok it counts up, 1,200 so far
      A Good. Leave Outlook open; when it says "Indexing complete", search finds everything again.
      W 21
      R It finds the mails from March already. Thanks!
    `,
  },
  {
    topic: 'E-mail and calendar',
    category: 'Outlook / Shared mailbox',
    impact: 'medium',
    urgency: 'medium',
    subject: 'Shared mailbox {mailbox} is missing in Outlook',
    code: 'solved',
    resolution: 'Full access to the shared mailbox granted; automapping adds it to Outlook within the hour.',
    script: `
      R We are three people who should work with the mailbox {mailbox}@northwind.example, but only one of us sees it in Outlook
      A Hello {requester}. Who are the other two?
      R Noah Evans and me
      A The two of you could send from it, but not open it. I have added that now.
      N Full access was missing, send-as was there. Approved by the owner in March.
      A It appears by itself within an hour; a restart of Outlook makes it faster.
      R Just restarted. It is there! Noah says the same
      A Perfect.
    `,
  },
  {
    topic: 'E-mail and calendar',
    category: 'Security / Phishing',
    impact: 'medium',
    urgency: 'high',
    subject: 'Phishing: "Your mailbox is full"',
    code: 'advice',
    resolution: 'Sender blocked for the whole company, mails removed from all mailboxes. The requester had not entered anything.',
    script: `
      R I got a mail that says my mailbox is full and I should sign in with a link. It looks odd. Is it from you?
      A Hello {requester}, no, it is not, and thank you for asking first. Did you click on the link?
      R I clicked, but I did not type anything in
      A Good. Nothing was given away then. Please report it with the button "Phishing" in Outlook, so that it is removed for everybody.
      R done
      N Sent to 61 mailboxes. Sender blocked, mails purged.
      A We have blocked the sender and removed the mails. If you notice anything strange on your computer, tell us at once.
    `,
  },
  {
    topic: 'E-mail and calendar',
    category: 'Calendar / Rooms',
    impact: 'low',
    urgency: 'low',
    code: 'advice',
    resolution: 'Explained how to see free rooms; nothing was broken.',
    script: `
      R how do i see which rooms are free on thursday? {room} always declines me
      A Hello {requester}! In a new meeting, choose "Room finder" on the right, pick the building, and you only see rooms that are free at that time.
      A {room} declines by itself when somebody else has it: on Thursday it is taken the whole day.
      R ah, found one. thank you
    `,
  },
  {
    topic: 'Something else',
    category: 'Network / VPN',
    impact: 'medium',
    urgency: 'high',
    subject: 'VPN certificate expired for a group of people',
    code: 'solved',
    resolution: 'Certificate template had lost its renewal right. Restored; affected laptops renewed their certificates by themselves.',
    script: `
      R Nobody in our team gets into the VPN since this morning, error {error}. We are five people at {site}
      A Hello {requester}. Five at once does not sound like your laptops. I am handing you to our network colleagues; you keep your place and do not have to explain it again.
      > Network: Five people at one site, error {error} since this morning. Restart and second network tried. Looks like certificates.
      A Hello {requester}, {agent} has told me everything. We see expired certificates for your group and renew them now.
      N Template lost auto-enrolment with the change on Friday.
      A Please run "gpupdate /force" once, or restart.
      W 12
      R Restarted, connected. The others as well
      A Thank you. I stay on it until all five are in.
    `,
  },
  {
    topic: 'Something else',
    category: 'Hardware / New starter',
    impact: 'low',
    urgency: 'medium',
    subject: 'Equipment for a new colleague',
    code: 'solved',
    resolution: 'Laptop, headset and badge ordered with the starter form; ready at the reception on the first day.',
    script: `
      R A new colleague starts in my team on the first. What do I have to do so that she has a laptop?
      A Hello {requester}. One form is enough: Intranet, IT, New starter. It orders laptop, account and badge together.
      R And a headset?
      A It is in the same form, under equipment. Sent by the 20th, it is all there on the first day.
      R Sent it just now. Could you have a look whether it arrived?
      A It did, your order has arrived, and the laptop is reserved: {asset}.
      R great service, thanks!
    `,
  },
  {
    topic: 'Something else',
    category: 'Files / Restore',
    impact: 'low',
    urgency: 'high',
    subject: 'Deleted folder on the share {share}',
    code: 'solved',
    resolution: 'Folder restored from the snapshot of 12:00. Nothing was lost but changes of the last hour.',
    script: `
      R I think I deleted a whole folder on the share {share} by accident. Is it gone??
      A Hello {requester}, do not worry: we keep a snapshot every hour. What was it called, and when did you see it last?
      R "Budget 2027", it was there before lunch
      A Found it in the snapshot of 12:00. I restore it beside the original place as "Budget 2027 (restored)".
      A It is there now, 214 files. Please have a look whether all is well.
      R everything there. I owe you a coffee
    `,
  },
]
