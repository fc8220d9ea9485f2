/** What people say to be polite, in the languages of the desk: it tells nobody what a chat was about or what solved it. */
const courtesies = new Set(
  `hi hello hey dear good morning afternoon evening day night there everyone all team thanks thank you your much many so very
  please welcome you're youre no worries problem pleasure glad to help happy could i help was me with that the anytime
  bye goodbye have a nice great lovely weekend rest of enjoy take care see later soon cheers regards best kind sorry ok okay yes
  perfect super wonderful fine sure one moment just wait second minute
  hallo moin servus grüß gruß grüße gott guten tag morgen abend gute nacht liebes liebe lieber herr frau zusammen danke dank vielen
  herzlichen schön schönen sehr gern gerne bitte kein keine problem ursache freut mich dass ich ihnen helfen konnte ja klar
  tschüss tschüs wiedersehen auf bis bald dann noch einen eine ein schönes wochenende feierabend alles prima toll wunderbar
  entschuldigung moment augenblick sekunde minute`.split(/\s+/),
)

/** Whether it says more than a greeting, thanks or a farewell. */
export function tells(text: string): boolean {
  const words =
    text
      .replaceAll('’', "'")
      .toLocaleLowerCase()
      .match(/[\p{L}\p{N}']+/gu) ?? []
  return words.some((word) => !courtesies.has(word))
}
