# title: u up? dont ring
# theme: engagement
# minutes: 14
# says: A fifteen-year-old in care never answers you by day, and writes to you at thirteen minutes to one at night.
# standard: 1.2
# standard: 2.3
# standard: 2.5
# standard: 3.9
# standard: 3.11
# standard: 5.5
# pcf: 1
# pcf: 4
# pcf: 7
# pcf: 8
# capability: technology_lives
# capability: relationships
# capability: access
# capability: organisation
# law: sharing_for_safeguarding
# law: lawful_basis
# law: subject_access
# person: you; you; the social worker
# person: jaya; Jaya; the child, fifteen
# person: maureen; Maureen; Jaya's foster carer
# person: lorraine; Lorraine; your manager
# person: stephen; Stephen; the reviewing officer
# person: dev; Dev; a youth worker

VAR first = ""
VAR offer = ""
VAR kept = ""
VAR night = ""
VAR last = ""

-> start

=== start ===
Thirteen minutes to one. The work phone is by your bed because it is your alarm clock. It lights up the ceiling.
"u up? dont ring" # speaker: jaya
It is the app her friends use. The worker before you put it on this phone, for a trial. The trial ended. Nobody took it off.
Jaya has been with Maureen since March, when her mum went into hospital. You have been her worker for five weeks. She has answered none of your texts. When you visit she is in the bath.
Under her words three dots come, and go, and come.
* [Answer her on the app] # key: app
  ~ first = "app"
  You write that you are up, and is she safe? Yes. You ask what tonight is like. She writes for forty minutes. Her mum cleaned offices till twelve. Jaya used to wait up, and they had toast. At half past one she sends a moon. You lie awake till three. # touches: jaya # reflect: Which of you was that hour for?
  -> biscuits
* [Text her who is there at night, and when you will ring] # key: text
  ~ first = "text"
  You give her the night team's number, and say you will ring at four. It goes off at nine minutes to one. The dots stop. In the morning there is one letter. It is k. # touches: jaya # reflect: What was in that letter?
  -> biscuits
* [Leave it, and ring her after school] # key: leave
  ~ first = "leave"
  You turn the phone on its face. You turn it back. The dots are gone. At four you ring, and for the first time in five weeks she picks up. # touches: jaya # reflect: What did she learn about nights, and about four o'clock?
  "I said don't ring." # speaker: jaya
  But she stays on, and you both listen to a bus.
  -> biscuits

=== biscuits ===
Lorraine moves her keyboard and puts the biscuits between you.
{ first:
- "app": "Forty minutes. Which we can't keep, on a thing we don't run. And I'd have done it too, at your age." # speaker: lorraine
- "text": "That was a good text. It's just that she wrote to you, and a leaflet wrote back." # speaker: lorraine
- "leave": "She wrote, though. Five weeks, and she wrote. I'd have turned it over as well. I'd have hated it." # speaker: lorraine
}
The hours are half past eight to six. After that it is the night team: one social worker, for the whole county.
"If she writes at one, and in August you're on a beach, who is it then? So. What do you want to offer her?" # speaker: lorraine
* [One late hour a week: Sunday, nine to ten, by text] # key: window
  ~ offer = "window"
  Lorraine gives you Monday mornings back for it, in writing. You buy an alarm clock. Every other night the phone will sleep in the kitchen drawer. # touches: jaya # reflect: Who chose Sunday?
  -> chip_van
* [Office hours, and by night Maureen and the night team] # key: hours
  ~ offer = "hours"
  You write three numbers on a card. Maureen says that with her knees she is awake at one in any case, and nobody has ever asked. The phone goes in the kitchen drawer. # touches: maureen # reflect: What can Maureen be at one in the morning that you can't, and what can't she?
  -> chip_van
* [Ask for the app to be allowed for Jaya, and answer her till then] # key: ask
  ~ offer = "ask"
  It has to go to the people who look after data. Six weeks, Lorraine thinks. She does not ask what you will do until then. She takes the last biscuit and looks out at the bins. The phone stays by your bed. # touches: lorraine # reflect: What did the two of you agree to without saying it?
  -> chip_van

=== chip_van ===
On Thursday you buy two bags of chips from the van by the school, and sit on the wall.
{ offer:
- "window": "So I book it. Sunday, nine o'clock: be sad." # speaker: jaya
- "hours": "It's just numbers. It's a card with numbers on." # speaker: jaya
- "ask": "So you'll be there. If I write. You'll be there." # speaker: jaya
}
She has eaten all your chips and is on to hers.
"Do you write it down? What I send?" # speaker: jaya
* [Say yes, it is kept, and show her how it looks] # key: show
  ~ kept = "show"
  You open the laptop on the wall. There are her words, with the time. She scrolls up further than you meant. # touches: jaya # reflect: Who was the page written for, before she read it?
  "Declined to engage. When was that? I was at the dentist. I had a bib on." # speaker: jaya
  You put in the bib, with today's date.
  -> steps
* [Say that you write the sense of it, and her words stay hers] # key: sense
  ~ kept = "sense"
  She is glad. She licks the salt off her thumb. So the sense of it will be yours to find, at a desk, the next day. # touches: jaya # reflect: What gets lost between her words and the sense of them?
  -> steps
* [Say that you will ask her each time, unless somebody is in danger] # key: each
  ~ kept = "each"
  She wants to know who says what danger is. You do, and Lorraine. She thinks about that for four chips. # touches: jaya # reflect: What have you promised that you may have to break in a hurry?
  "All right. But you've got to actually ask." # speaker: jaya
  -> steps

=== steps ===
{offer == "ask": -> one_ten|-> ten_past_seven}

=== one_ten ===
Friday night, ten past one. The ceiling lights up.
"library steps. wifi dont go off here. its fine theres people. dont tell maureen" # speaker: jaya
At Maureen's it goes off at ten. It is in the care plan, over your name. So this is where she writes from. {first == "app":You were up with her for forty minutes on Monday. That was forty minutes of these steps.|Monday's message came from these steps.}
Your feet are on the cold floor.
* [Stay on with her until she is indoors, then tell] # key: stay
  ~ night = "stay"
  You walk her home a line at a time. What can you see now? Chemist. Post box. A fox. At eight minutes to two she is in, and sends the moon. You tell Maureen and the night team at eight in the morning. Maureen had slept right through. # touches: maureen # reflect: Who carried the risk while you were walking her home?
  -> review
* [Tell Jaya that you are ringing Maureen, and ring her] # key: wake
  ~ night = "wake"
  Maureen's car takes seven minutes. She has a coat on over her nightdress. Jaya gets in the back. There is one more message that night. # touches: jaya # reflect: Is there a way to break a confidence that leaves something standing?
  "i said dont" # speaker: jaya
  -> review
* [Ring the night team, and stay on with her] # key: night_team
  ~ night = "team"
  The night worker has two other calls going. She asks you to spell Jaya. She does what the missing plan says. At twenty to two a police car stops by the steps, very gently, with its lights on. Jaya is home by two. So are most of the street, at their windows. # touches: jaya # reflect: What did the plan know about Jaya, and what did it not?
  -> review

=== ten_past_seven ===
Saturday, ten past seven. You open the kitchen drawer for a spoon. There are three messages, from ten past one.
"library steps. wifi dont go off here" # speaker: jaya
"its fine theres people" # speaker: jaya
"anyway night" # speaker: jaya
At Maureen's it goes off at ten. It is in the care plan, over your name. So this is where she writes from. {first == "app":It was where she sat for forty minutes on Monday.} She will be in bed now, or she will not be.
* [Ring Maureen straight away] # key: maureen_now
  ~ night = "maureen"
  Maureen goes up in her slippers and comes back. Jaya is there. Her trainers are wet. # touches: maureen # reflect: What did Jaya hear through the floor?
  "From my house? Out of my own back door?" # speaker: maureen
  -> review
* [Ask Maureen if she is in, and go and talk to Jaya first] # key: jaya_first
  ~ night = "jaya"
  She is in. Maureen asks what it is about, and you say you'd like Jaya to be the one. You drive over with your hair wet. Jaya comes out and sits in your car. # touches: jaya # reflect: What did Maureen do with the hour that you asked of her?
  "You read them at seven. I knew you would. That's why I could send them." # speaker: jaya
  She tells Maureen herself, at the sink, looking at the taps.
  -> review
* [Ring the duty manager, and do what the missing plan says] # key: by_plan
  ~ night = "plan"
  A child was missing and nobody missed her. The duty manager rings Maureen, who goes up: she is there. Then the fostering team, the police, Lorraine at home. By noon eight people know. Jaya gets it from the way Maureen puts down a plate. # touches: jaya # reflect: Of the eight, who needed to know by noon?
  -> review

=== review ===
Stephen brings the review forward and holds it in Maureen's front room. {offer == "ask": On the way you stopped at a green light and waited for it to change.|On the way you thought about the drawer.} He asks Jaya what would help at one in the morning.
"Wifi." # speaker: jaya
Maureen laughs, and then sees that it is true. She will leave it on, she says, and the fostering team can shout at her. Stephen writes that down.
"And somebody." # speaker: jaya
{night == "wake" or night == "team" or night == "plan": She says it to the carpet. Everybody looks at you.|She does not look at you. Everybody else does.}
* [Say that it will be you, nights too, until her exams are done] # key: keep
  ~ last = "keep"
  She nods at her knees. Stephen asks who will be there when you are ill. You say you are never ill. # touches: jaya # reflect: What were you giving, and what did you need from giving it?
  {offer == "ask": -> end_june|-> end_drawer}
* [Ask for Dev, who works evenings on the app, with a work account] # key: dev
  ~ last = "dev"
  Dev's team was cut in half in April. He comes to meet her and brings a pizza. His dot is green until midnight, and what she writes is kept. # touches: dev # reflect: What would Jaya have to begin again from the start?
  -> end_dev
* [Make it Maureen and the night team, with a page that Jaya writes] # key: page
  ~ last = "page"
  For whoever picks up, you say. What would you want them to know? She asks for a better pen. # touches: maureen # reflect: What did you hand over, and what did you keep?
  {night == "wake" or night == "maureen" or night == "jaya": -> end_toast|-> end_page}

=== end_june ===
She sits the last paper in June. You know because the phone lights up in the middle of your tea: five moons. You have answered on fifty-one nights. {kept == "show": They are all on the file, with the times, and Lorraine has seen the times.|Lorraine never asked for the number.} In July you sit in a doctor's chair and can't say when it began. Jaya writes that week. You are not there, and nobody had got round to saying who was. # ending: june; Fifty-one nights
-> END

=== end_drawer ===
The phone comes out of the kitchen and goes back beside the bed. She writes on nine nights between then and June. You keep waiting for the tenth. She sends nothing on the last day of the exams, since she is asleep, in a house with the wifi on. You find that out at one in the morning, looking. # ending: drawer; Back beside the bed
-> END

=== end_dev ===
They get on. He is funny, and he answers with pictures of his cat. At midnight his dot goes grey. In the second week there is a message at ten past twelve. In the fourth there are four. He reads them at two the next afternoon, when he starts. He asks you what you used to do. # ending: grey; Ten past twelve
-> END

=== end_toast ===
It takes till the third week. Maureen hears the stairs, and comes down with her knees. They don't say much. There is a loaf out. After that it is most nights, for a while: half past twelve, two plates, the wifi on and nobody using it. Nobody writes to you. You look at the phone sometimes, in the drawer. # ending: toast; Two plates
-> END

=== end_page ===
She rings the night team once, in May. She nearly puts it down. The worker says wait, I've got your page here. I've got that you don't like being called lovely. I've got toast. It is a bad line. They talk for six minutes, and the worker has to go to a fire. Jaya rings nobody else that night, and does not go out. # ending: page; I've got your page here
-> END

=== as_child ===
It wasn't that I couldn't sleep. I was waiting up. Mum got in at ten past twelve and I still wait up and she doesn't get in.
{ first:
- "app": You answered. It was freezing and I didn't want to say I was outside in case you made me stop.
- "text": I got a number. I read it under the library light. I thought, it's not even you.
- "leave": You rang. I had to run behind the sports hall so nobody saw me talk to a social worker.
}
{ kept:
- "show": You let me read it. I'd declined to engage five times. I sound dead snobby.
- "sense": You said you'd put it in your words. I wonder what I sound like in your words.
- "each": You said you'd ask each time. {night == "jaya" or night == "stay":You did ask, after.|The first time it mattered you didn't, because danger. Fair enough, but I noticed.}
}
{ night:
- "stay": You walked me home on the phone. We saw a fox.
- "wake": Maureen came in her nightie. She'd left the heater on for me. I was too angry to be warm.
- "team": A police car. The whole street. I'd only been sat on a step.
- "maureen": Maureen held up my wet trainers like a dead thing.
- "jaya": You came with wet hair. I told Maureen by myself. She cried at a teaspoon.
- "plan": Everybody knew by dinner. A woman came on the Monday to ask where I go. I said, the library.
}
{ last:
- "keep": You said nights till the exams. {offer == "ask":You did it, too. Then in July you weren't there and nobody said.|I didn't need it that much in the end. I liked it being there.}
- "dev": Dev's all right. He stops at midnight like the buses.
- "page": I wrote a page about me. It's the only one in there that's by me.
}
-> DONE

=== as_parent ===
Maureen speaking. Twenty-two children I've had. The wifi goes off at ten because they told me on the course, and I never asked what for.
{ offer:
- "hours": I said I'm awake at one. I said it as a joke. You wrote it down as a plan.
- "window": She had her Sunday with you. I used to turn the telly down for it.
- "ask": I knew she had somebody at night. I thought it was a boy.
}
{ night:
- "stay": You rang at eight. She'd been out of my house, and back in it, and you'd known for seven hours. I'd have come out in my bare feet.
- "wake": You rang and I went. I never asked her a thing in the car. I put the heater on her side.
- "team": The first I knew was a policeman with his hat off. You think what you think, when the hat's off.
- "maureen": You rang at breakfast. I said some things about my back door that she could hear.
- "jaya": You asked me for an hour and wouldn't say what for. I wiped the same table. Then she came in and told me herself, and I'd not swap that.
- "plan": I had six phone calls about my back door before dinner. Every one of them asked if I had a lock.
}
{ last:
- "keep": You're very good to her. I lie there and hear it buzz through the wall. I'm twelve foot away.
- "dev": That Dev makes her laugh. I hear it stop at midnight.
- "page": I read her page when she'd finished, because she gave it to me. {night == "wake" or night == "maureen" or night == "jaya":So I bought a loaf.|It says she won't come and knock. It says please come and see.}
}
The wifi's on now. It was only ever a switch.
-> DONE

=== as_colleague ===
I'm Lorraine. I have eleven workers, and one of them had found the hour when a girl talks. You don't get many of those.
{ offer:
- "window": I signed for your Sunday hour. Then three more of the team asked for an hour like that. I had none left to give.
- "hours": The card was right. I'd have put my name to the card. It was the sort of right that fits on a card.
- "ask": I said six weeks, and took a biscuit, and did not ask. It took fourteen. I have thought about the biscuit.
}
{ night:
- "stay": For forty minutes you were the only person in the county who knew where she was. Anything could have happened to your battery.
- "wake": You rang Maureen in the night. I'd have wanted that call, if I was Maureen. I'm not sure, if I was fifteen.
- "team": The night worker did it by the book in the middle of two other things. I rang to thank her. Nobody had before.
- "maureen": Maureen was cross, and the fostering team were crosser. They asked me who writes down a thing like wifi at ten.
- "jaya": You gave the girl an hour to say it herself. If she'd bolted in that hour I'd have been writing to a director.
- "plan": You rang it in. It was the right form. I filled in some of it myself, in my kitchen, with a toddler on my arm.
}
{ last:
- "keep": {offer == "ask":I let you. I watched your handwriting go. I should say that in any room that asks me.|You moved the phone back by the bed. I can't stop that. I asked how you slept, and you said like a log.}
- "dev": Dev has forty of them. I begged for her. So somebody else's girl waits.
- "page": I have the page up on my wall, with her say so. She has drawn an arrow at lovely. The arrow says no.
}
-> DONE

=== as_court ===
Jaya is in care by her mother's agreement. If a judge ever reads the file, this is what it holds.
{ first:
- "app": A note, next day, of forty minutes on an app that keeps no copy for the agency. The toast is in it. Where she was is not, since nobody asked.
- "text": A text at nine minutes to one with a number in it, and her answer, whole: one letter.
- "leave": A message at night with no answer that night, and a call at four. What was said on the call fits in a line.
}
{ offer:
- "window": A decision on the Sunday hour, signed, with the hours given back.
- "hours": A decision on a card, signed. No sign that Jaya was asked before it was printed.
- "ask": A request about the app, and no answer to it for fourteen weeks. {last == "keep":Under it, message after message from the nights between.|Nothing that says what was allowed meanwhile.}
}
{ kept:
- "show": Her own words throughout, spelled her way. An entry of April, put right by her: the bib.
- "sense": The sense of what she wrote, in one steady adult voice. Not one sentence of hers{night == "team" or night == "plan":, until the police log|}.
- "each": Some of what she wrote, by her leave. Gaps, marked as gaps.
}
{ night:
- "stay": The steps at ten past one, home at eight to two, the carer told at eight. Seven hours a lawyer would ask about.
- "wake": The steps at ten past one, the carer told at twelve past, home at half past.
- "team": The steps at ten past one, a police log, home at two.
- "maureen": Messages of ten past one, read at ten past seven. The carer told at once.
- "jaya": Messages of ten past one, read at ten past seven. The carer asked at once if she was in, and told the rest by Jaya, after eight.
- "plan": Messages of ten past one, read at ten past seven. A missing report for a child who was in bed when it was made.
}
{last == "page": One page in purple pen.|A review, held early, with the wifi in it.}
-> DONE

=== by_duty ===
{ first:
- "app": To listen in a way that suits her: kept. To use only what the agency can stand behind: not, that night.
- "text": To tell a child where help is: kept. To answer what she said: in part.
- "leave": To keep your own rest, so as to be safe to practise: kept. To know that she was safe at one: not known.
}
{ offer:
- "window": To be reliable: kept, since you offered only what you could keep. It was not the hour she wrote at.
- "hours": To use the strengths around her: kept. To ask her first: not.
- "ask": To work for her to be reached in her own way: kept. To work within what is allowed: strained, with your manager looking at the bins.
}
{ kept:
- "show": To be open about the record, and to put right what is wrong in it: kept.
- "sense": To keep a record: kept. To keep her voice in it: strained.
- "each": To give her a say: {night == "jaya" or night == "stay":kept.|kept, until the night it gave way to another duty.}
}
{ night:
- "stay": To act where there is danger: kept, with what you had. To tell those who need to know: after she was in, and six hours more.
- "wake": To tell those who need to know: kept in two minutes. You told her first that you would.
- "team": To tell those who need to know, and to follow the plan: kept. To her dignity: the lights were on.
- "maureen": To tell those who need to know: kept as soon as you knew. To let her speak first: not.
- "jaya": To know that she was safe: kept. To let her speak first: kept. To be open with Maureen: late by an hour.
- "plan": To tell those who need to know: kept, and some more. To use the least that will do: strained.
}
{ last:
- "keep": To be there: promised. Not to work beyond what is safe: {offer == "ask":not kept.|strained.}
- "dev": To find the person whose job it is: kept, up to midnight.
- "page": To let her speak for herself, also when you are asleep: kept, as far as a page can.
}
-> DONE

=== by_outcome ===
Nobody sits on the library steps at night now. The library has turned its wifi off at ten as well.
{ last:
- "keep": {offer == "ask":Jaya passed five. You were off for nine weeks, and heard it from Lorraine. The worker who came after you found the app on the phone, and took it off.|Jaya passed four. You sleep with one ear open, and the person next to you has moved to the spare room. She writes to you less. You check more.}
- "dev": Jaya laughs more. She knows to the minute when it stops. Dev has asked for his shift to end at one. It is with somebody.
- "page": {night == "wake" or night == "maureen" or night == "jaya":Jaya and Maureen have toast, and will until they fall out. You sleep. You know less about her than you did.|The page was used once. It may be used again. Maureen has it too, in the drawer with the takeaway menus, and has been up twice to see.}
}
{ kept:
- "show": Jaya has asked for the rest of her file. There is a lot in it, from before you.
- "sense": When she is twenty and asks for her file, she will meet your words for that spring. She may know herself in them.
- "each": She reads what you send her to agree to. Last week she changed sad to tired.
}
{ night:
- "stay": Maureen forgave you by June. She never said for what.
- "wake": She did not speak to you for eleven days. Then she asked what Maureen had said about the heater.
- "team": The boy opposite calls her a name from that night. She has told Maureen the name, and nobody else.
- "maureen": The back door has a bell on it. Jaya calls it the shop.
- "jaya": She has told Maureen two more things at the sink.
- "plan": There are three reports on the list with her name, all for the one night.
}
Her mum came off the ward for an afternoon in May. They went for toast.
-> DONE
