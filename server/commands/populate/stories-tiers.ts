import type { Story } from './story.ts'

/** What the other teams hear: desks and devices, networks, business applications. */
export const tierStories: Story[] = [
  {
    topic: 'Computer or monitor',
    category: 'Hardware / Monitor',
    impact: 'low',
    urgency: 'medium',
    code: 'solved',
    resolution: 'Firmware of the docking station updated; second monitor is recognised again.',
    script: `
      R My second monitor stays black since I came back from lunch. Cable is in
      A Hello {requester}. Is it connected to the docking station, or to the laptop itself?
      R docking station
      A Please take the power off the dock for ten seconds. And which laptop is it?
      R {laptop}, asset {asset}
      R It is back! But it flickers
      N Dock firmware 1.0.14, current is 1.0.21.
      A I have started a firmware update for the dock. Do not unplug it for three minutes; both screens go dark once.
      R Done, no more flickering. Thank you
    `,
  },
  {
    topic: 'Computer or monitor',
    category: 'Hardware / Laptop',
    impact: 'low',
    urgency: 'high',
    subject: 'Laptop {asset} does not start',
    code: 'workaround',
    resolution: 'Replacement handed out at the service point. Disk of the broken laptop moved over; repair ordered from the vendor.',
    script: `
      R Writing from my phone: my {laptop} does not start at all any more, no light, nothing
      A Hello {requester}. Please hold the power button for thirty seconds with the charger unplugged, then plug it in and try again.
      R nothing. the charger light is on
      A Then we do not lose time with it: come to the service point on the {floor}, a replacement is waiting for you under your name.
      N Asset {asset}, in warranty until next June. Main board suspected.
      R On my way
      A Your files are in OneDrive and come by themselves; the rest we take from the disk.
      W 25
      R Up and running on the spare one. Impressive
    `,
  },
  {
    topic: 'Computer or monitor',
    category: 'Software / Windows update',
    impact: 'low',
    urgency: 'low',
    code: 'solved',
    resolution: 'Update cache cleared; the update was installed overnight.',
    script: `
      R windows wants to install the same update every day and it fails at 87 %
      A Hello {requester}, I can see it: KB5031455, failed six times. May I clear its cache from here? You notice nothing of it.
      R yes please
      A Done. It tries again tonight; please leave the computer on and only lock it.
      R will do
    `,
  },
  {
    topic: 'Computer or monitor',
    category: 'Hardware / Slow computer',
    impact: 'low',
    urgency: 'medium',
    code: 'not-reproducible',
    resolution: 'Disk, memory and start-up looked at, nothing found; fast again after a restart after 23 days.',
    script: `
      R My computer is terribly slow today. Teams takes a minute to open
      A Hello {requester}, let me look. It has been running for 23 days without a restart: shall we begin with that?
      R oh. ok, restarting
      R Much better indeed
      A Disk and memory look healthy. If it becomes slow again soon, tell me, then we dig deeper.
    `,
  },
  {
    topic: 'Printer',
    category: 'Printing / Driver',
    impact: 'medium',
    urgency: 'medium',
    subject: 'Printer {printer} prints only symbols',
    code: 'solved',
    resolution: 'Queue had the wrong driver after the server update. Replaced by the vendor driver, stuck jobs removed.',
    script: `
      R The printer {printer} on the {floor} prints pages full of strange symbols
      A Hello {requester}, thank you for telling us. Is it for everybody, or for you alone?
      R My colleagues too
      N Driver was replaced by a generic one with the patch on Tuesday.
      A The queue had a wrong driver. I put the right one back and removed nine stuck jobs. Please print one page.
      R Looks normal again!
      A Thank you for trying. I keep an eye on it today.
    `,
  },
  {
    topic: 'Printer',
    category: 'Printing / Paper jam',
    impact: 'medium',
    urgency: 'low',
    subject: '{printer}: paper jam that is none',
    code: 'solved',
    resolution: 'Technician removed a scrap of paper from the duplex unit.',
    script: `
      R {printer} says paper jam but there is no paper in it, I have opened every flap
      A Hello {requester}. Usually it is a small scrap behind the lower flap, at the back. I would rather send somebody: is now all right?
      R yes, please
      N Farid is in the building.
      A He is with you within {minutes} minutes. Until then {room} has a printer on the same floor.
      W 14
      R He found it, a piece as big as a stamp. Thanks
    `,
  },
  {
    topic: 'Printer',
    category: 'Printing / Set-up',
    impact: 'low',
    urgency: 'low',
    code: 'advice',
    resolution: 'Explained how to add a printer by its QR code.',
    script: `
      R Which printer do I use on the {floor}? I have just moved here from {site}
      A Hello {requester}, welcome! Scan the QR code on the printer with your phone, and it is added to your computer.
      R easy. thanks
    `,
  },
  {
    topic: 'Phone or headset',
    category: 'Telephony / Headset',
    impact: 'low',
    urgency: 'medium',
    code: 'solved',
    resolution: 'Headset paired again with its dongle; microphone chosen in Teams.',
    script: `
      R Nobody hears me in Teams, I hear them fine. New headset
      A Hello {requester}. In Teams: the three dots, Settings, Devices. Which microphone is chosen there?
      R "Microphone Array (Realtek)"
      A That is the one in the lid. Please choose the headset, and make a test call right below.
      R I hear myself. Solved, I feel a little stupid now
      A No reason to. Teams changes it by itself when a headset is plugged in late.
    `,
  },
  {
    topic: 'VPN',
    category: 'Network / VPN',
    impact: 'low',
    urgency: 'high',
    code: 'solved',
    resolution: 'Profile pointed to the old gateway. New profile pushed, connected at once.',
    script: `
      R VPN drops every {minutes} minutes when I work from {site}, error {error}
      A Hello {requester}. Does it also drop when you use your phone as a hotspot?
      R Let me try
      R Yes, the same
      N Client still has the profile of the gateway that was switched off in spring.
      A Then it is not your router. Your client still has the old gateway. I push the new profile; please disconnect, wait for a minute, and connect again.
      R Connected. How do I see whether it stays?
      A If it lasts for half an hour, it stays. I leave this open until then.
      W 39
      R 40 minutes now, no drop. You can close it
    `,
  },
  {
    topic: 'VPN',
    category: 'Network / VPN',
    impact: 'high',
    urgency: 'high',
    subject: 'VPN gateway does not answer',
    code: 'solved',
    resolution:
      'Major incident: gateway node 2 hung after the failover. Restarted; all could connect from 09:52 on. Cause is with the vendor.',
    script: `
      R The VPN does not connect for anybody here, and our chat is full of it. Is it down?
      A Hello {requester}. Yes: one of the two gateways does not answer. We are on it and tell you here as soon as it is back.
      N Node 2 hangs after failover, 240 sessions lost. Restarting it.
      A It has been restarted. Please try once more.
      R Works again, for me and the two beside me
      A Thank you for confirming, that helps us.
    `,
  },
  {
    topic: 'Wi-Fi or network',
    category: 'Network / Wi-Fi',
    impact: 'medium',
    urgency: 'medium',
    subject: 'No Wi-Fi in {room}',
    code: 'solved',
    resolution: 'Access point had lost its power over the switch port; port reset.',
    script: `
      R There is no Wi-Fi in {room}, everywhere else on the {floor} it is fine
      A Hello {requester}, I see it: the access point above {room} has been silent since 8:40.
      N PoE fault on the switch port.
      A I am resetting its port now. It needs two minutes to come up.
      W 2
      R the light is blue again, and my laptop is connected
      A Good. The next meeting can begin.
    `,
  },
  {
    topic: 'Wi-Fi or network',
    category: 'Network / Cabling',
    impact: 'low',
    urgency: 'low',
    code: 'solved',
    resolution: 'Wall socket patched through to the floor switch.',
    script: `
      R The network socket at my new desk is dead ({room}, socket B14)
      A Hello {requester}. It is not patched yet, since the desk was empty. Somebody does it today before four. Is Wi-Fi good enough until then?
      R yes no problem
      N On the list for the round at 15:00.
      W 47
      A Patched. Please try the cable.
      R 1 Gbit. Thanks
    `,
  },
  {
    topic: 'ERP',
    category: 'ERP / Purchasing',
    impact: 'medium',
    urgency: 'high',
    subject: 'ERP: order {order} is locked',
    code: 'solved',
    resolution: 'Lock of a session that had been cut was released. Requester could post the order.',
    script: `
      R The ERP says that order {order} is being edited by me on another computer. I have only one
      A Hello {requester}. A session of yours was cut while it was open, probably by the network. I release the lock now; is anything unsaved in it?
      R no
      N SM12 entry of session 4471 removed.
      A Released. Please open it again.
      R I can post it. Thanks, the supplier was waiting
    `,
  },
  {
    topic: 'ERP',
    category: 'ERP / Reports',
    impact: 'medium',
    urgency: 'low',
    code: 'workaround',
    resolution: 'Report runs too long over the whole year; run by quarter until the fix of the next release.',
    script: `
      R The cost centre report stops after ten minutes with a timeout
      A Hello {requester}. For which period do you run it?
      R the whole year
      A By quarter it takes a minute each. The long one is a known problem, and mended with the next release.
      R ok, four times then. when is the release?
      A On the second weekend of next month. You will find it in the news of the application.
    `,
  },
  {
    topic: 'Software or licence',
    category: 'Software / Licence',
    impact: 'low',
    urgency: 'low',
    subject: 'Licence for {app}',
    code: 'solved',
    resolution: 'Licence assigned after approval by the cost centre; installed from the company portal.',
    script: `
      R I need {app} for a project, how do I get it?
      A Hello {requester}. It needs a licence from your cost centre. Has your manager agreed?
      R Yes, I can forward the mail
      A No need, I have asked in the portal, and it is approved already. You find {app} in the company portal under "Available".
      R installing. took two minutes all in all, wow
    `,
  },
  {
    topic: 'Software or licence',
    category: 'Software / Crash',
    impact: 'low',
    urgency: 'medium',
    subject: '{app} closes when printing',
    code: 'workaround',
    resolution: 'Crash in the preview of the printer driver. Printing to PDF first until the vendor mends it; case is open there.',
    script: `
      R {app} closes by itself whenever I print
      A Hello {requester}. On every printer, or on {printer} only?
      R only on that one, funny
      N Faulting module is the preview of the printer driver, known with the vendor.
      A It is the driver of that printer. Until the vendor mends it, please save as PDF and print that.
      R Not beautiful but it works
    `,
  },
]
