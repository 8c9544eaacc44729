# title: u up? dont ring
# theme: engagement
# minutes: 14
# says: A fifteen-year-old in care never answers you by day. One night, at thirteen minutes to one, she writes.
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
# person: stephen; Stephen; the independent reviewing officer
# person: dev; Dev; a youth worker
# person: night; Night worker; on duty for the whole county

VAR first = ""
VAR offer = ""
VAR kept = ""
VAR night = ""
VAR last = ""

-> start

=== start ===
Monday night, thirteen minutes to one. The work phone is by your bed, because it is also your alarm clock. It lights up.
"u up? dont ring" # speaker: jaya
It is on the app that her friends use. The worker before you had it put on this phone for a trial. The trial ended, and nobody took it off.
Jaya is fifteen. She has been with Maureen, her foster carer, since March, when her mum went into hospital. You have been her worker for five weeks. She has answered none of your texts, and when you visit she is in the bath.
On the screen you can see that she is still typing.
* [Answer her on the app] # key: app
  ~ first = "app"
  You write that you are up, and ask if she is safe. She says yes. You ask what tonight is like, and she writes for forty minutes. Her mum used to clean offices till twelve. Jaya waited up, and they had toast. At half past one she sends a picture of a moon. You lie awake till three. # touches: jaya # reflect: When you answer somebody late at night, what does it do for them, and what does it do for you?
  -> biscuits
* [Text her who is there at night, and when you will ring] # key: text
  ~ first = "text"
  At nine minutes to one you send her the night team's number, and say that you will ring at four. She stops typing. In the morning there is an answer: k. When you ring at four she does not pick up. # touches: jaya # reflect: How do your standard messages sound to a young person who has just plucked up courage?
  -> biscuits
* [Leave it, and ring her after school] # key: leave
  ~ first = "leave"
  You turn the phone face down. When you look again she has stopped typing. At four that afternoon you ring, and for the first time in five weeks she picks up. # touches: jaya # reflect: What do young people find out about you from when you answer and when you don't?
  "I said don't ring." # speaker: jaya
  But she stays on the line, and tells you which bus she is on.
  -> biscuits

=== biscuits ===
You tell Lorraine, your manager. She puts the biscuits between you.
{ first:
- "app": "Forty minutes, on an app we don't run and can't keep. And I'd have done it too, at your age." # speaker: lorraine
- "text": "It was a good text. But she wrote to you, and what she got back was a leaflet." # speaker: lorraine
- "leave": "She wrote, though. Five weeks, and then she wrote. I'd have left it as well. I'd have hated it." # speaker: lorraine
}
Your hours are half past eight to six. After that there is the night team, which is one social worker for the whole county.
"If she writes at one, and you're on a beach in August, who answers her? So what do you want to offer?" # speaker: lorraine
* [One late hour a week: Sunday, nine to ten, by text] # key: window
  ~ offer = "window"
  Lorraine gives you Monday mornings off in return, in writing. You buy an alarm clock. On every other night the phone will be in the kitchen drawer. # touches: jaya # reflect: When you offer somebody a time to talk, who chose it?
  -> chip_van
* [Office hours, and by night Maureen and the night team] # key: hours
  ~ offer = "hours"
  You write three numbers on a card. Maureen says that with her bad knees she is often awake at one, and nobody has ever asked. The phone goes in the kitchen drawer. # touches: maureen # reflect: Who is already there at night for a child you work with, and have you asked them?
  -> chip_van
* [Ask for the app to be allowed for Jaya, and answer her till then] # key: ask
  ~ offer = "ask"
  The request has to go to the people who look after data. It takes about six weeks, Lorraine thinks. She does not ask what you will do until then. She takes the last biscuit and looks out of the window. The phone stays by your bed. # touches: lorraine # reflect: What have you and your manager agreed to by not talking about it?
  -> chip_van

=== chip_van ===
On Thursday you buy two bags of chips from the van by her school. You sit on the wall and tell her what you can offer.
{ offer:
- "window": "So I book it. Sunday, nine o'clock: be sad." # speaker: jaya
- "hours": "It's just a card with numbers on." # speaker: jaya
- "ask": "So you'll be there. If I write, you'll be there." # speaker: jaya
}
She has finished your chips and is on to hers.
"Do you write it down? What I send?" # speaker: jaya
* [Say yes, it is kept, and show her how it looks] # key: show
  ~ kept = "show"
  You open the laptop on your knees. There are her words, with the time. She scrolls up further than you meant her to. # touches: jaya # reflect: If a young person read your last note about them today, which word would they stop at?
  "Declined to engage. When was that? I was at the dentist. I had a bib on." # speaker: jaya
  You put in the dentist, with today's date.
  -> steps
* [Say that you write the sense of it, and her words stay hers] # key: sense
  ~ kept = "sense"
  She is glad. So it will be up to you, at your desk the next day, to say what she meant. # touches: jaya # reflect: When you sum up what a child said, what gets lost?
  -> steps
* [Say you will ask before you copy her words, unless somebody is in danger] # key: each
  ~ kept = "each"
  She wants to know who decides what danger is. You do, you say, and Lorraine. She thinks about that for four chips. # touches: jaya # reflect: What do you promise young people about what you pass on, and could you keep it in an emergency?
  "All right. But you've got to actually ask." # speaker: jaya
  -> steps

=== steps ===
{offer == "ask": -> one_ten|-> ten_past_seven}

=== one_ten ===
Friday night, ten past one. The phone lights up.
"library steps. wifi dont go off here. its fine theres people. dont tell maureen" # speaker: jaya
At Maureen's the wifi goes off at ten. You wrote that into her plan yourself. So she goes out to the library to write. {first == "app":On Monday she must have been sitting out there for the whole forty minutes.|On Monday she must have written from there too.}
You get out of bed.
* [Stay on with her until she is indoors, then tell] # key: stay
  ~ night = "stay"
  You ask her to walk home and to keep telling you what she can see. The chemist. The post box. A fox. At eight minutes to two she is in, and sends a moon. You tell the night team and Maureen at eight in the morning. Maureen had slept right through. # touches: maureen # reflect: While you handled something by yourself, who else had a right to know?
  -> review
* [Tell Jaya that you are ringing Maureen, and ring her] # key: wake
  ~ night = "wake"
  Maureen drives there in seven minutes, with a coat over her nightdress. Jaya gets into the back of the car. You get one more message that night. # touches: jaya # reflect: When you had to break a confidence, how did you tell the young person, and what came after?
  "i said dont" # speaker: jaya
  -> review
* [Ring the night team, and stay on with her] # key: night_team
  ~ night = "team"
  The night worker has two other calls going. She asks you to spell Jaya, and rings the police, as the plan for missing children says. At twenty to two a police car stops gently by the steps, with its lights on. Jaya is home by two. Half the street has seen it. # touches: jaya # reflect: When a procedure has to be followed, what can you still do about how it feels for the child?
  -> review

=== ten_past_seven ===
Saturday, ten past seven. You open the kitchen drawer for a spoon. There are three messages on the phone, from ten past one.
"library steps. wifi dont go off here" # speaker: jaya
"its fine theres people" # speaker: jaya
"anyway night" # speaker: jaya
At Maureen's the wifi goes off at ten. You wrote that into her plan yourself. So she goes out to the library to write. {first == "app":On Monday she must have been sitting out there for the whole forty minutes.} You do not know if she is home.
* [Ring Maureen straight away] # key: maureen_now
  ~ night = "maureen"
  You tell Maureen what Jaya wrote. She goes upstairs and comes back. Jaya is in bed, and her trainers are wet. # touches: maureen # reflect: When you have to tell a carer bad news fast, what will the child overhear?
  "She went out of my house? By my own back door?" # speaker: maureen
  -> review
* [Ask Maureen if she is in, and go and talk to Jaya first] # key: jaya_first
  ~ night = "jaya"
  She is in. Maureen asks what this is about. You say that you would like Jaya to tell her. You drive over with your hair still wet, and Jaya comes out and sits in your car. # touches: jaya # reflect: How long can you ask a carer to wait before they hear the whole of it?
  "You read them at seven. I knew you would. That's why I could send them." # speaker: jaya
  She tells Maureen herself, standing at the sink.
  -> review
* [Ring the duty manager, and do what the plan for missing children says] # key: by_plan
  ~ night = "plan"
  The duty manager rings Maureen, who goes upstairs and finds Jaya in bed. Then the fostering team are told, and the police, and Lorraine at home. By noon eight people know. Jaya can tell from the way Maureen puts down a plate. # touches: jaya # reflect: Think of the last time you told everybody on the list. Who did not need to know that day?
  -> review

=== review ===
Stephen brings Jaya's review forward and holds it in Maureen's front room. Her mum cannot leave the ward, and has talked to him by phone. {offer == "ask": You are so tired that on the way you waited at a green light.|On the way you thought about the phone in the drawer.} He asks Jaya what would help at one in the morning.
"Wifi." # speaker: jaya
Maureen laughs, and then sees that she means it. She will leave it on. Stephen writes that down.
"And somebody." # speaker: jaya
{night == "wake" or night == "team" or night == "plan": She says it to the carpet. Everybody looks at you.|She does not look at you. Everybody else does.}
* [Say that it will be you, nights too, until her exams are done] # key: keep
  ~ last = "keep"
  She nods. Stephen asks who will answer her when you are ill. You say that you are never ill. # touches: jaya # reflect: When you promise to be there for somebody, what do you get from it yourself?
  {offer == "ask": -> end_june|-> end_drawer}
* [Ask for Dev, who works evenings on the app, with a work account] # key: dev
  ~ last = "dev"
  Dev's team was cut in half in April, but he has a place for her. He comes to meet her and brings a pizza. He answers until midnight, and what she writes to him is kept. # touches: dev # reflect: When you bring in another worker, what will the young person have to tell all over again?
  -> end_dev
* [Make it Maureen and the night team, with a page that Jaya writes] # key: page
  ~ last = "page"
  You ask Jaya what she would want the night worker to know, whoever picks up. She asks for a better pen. # touches: maureen # reflect: What would the people you work with write about themselves for whoever is on duty?
  {night == "wake" or night == "maureen" or night == "jaya": -> end_toast|-> end_page}

=== end_june ===
Jaya sits her last exam in June. She sends you five moons while you are having your tea. By then you have answered her on fifty-one nights. {kept == "show": They are all on the file, with the times, and Lorraine has seen the times.|Lorraine never asked how many.} In July you are off sick, and tell the doctor that you can't say when it began. Jaya writes that week. You are not there, and nobody has told her who is. # ending: june; Fifty-one nights
-> END

=== end_drawer ===
The phone comes out of the kitchen drawer and goes back beside your bed. She writes on nine nights between then and June, and each night you half wait for a message. After her last exam she sends nothing. She is asleep, in a house with the wifi on. At one in the morning you look at the phone to see if she has written. # ending: drawer; Back beside the bed
-> END

=== end_dev ===
They get on. He is funny, and answers with pictures of his cat. At midnight he stops. In the second week she writes to him once at ten past twelve. In the fourth week she does it four times. He reads those at two the next afternoon, when he starts work. He asks you what you used to do. # ending: grey; Ten past twelve
-> END

=== end_toast ===
In the third week Maureen hears Jaya on the stairs at night, and comes down, bad knees and all. They don't say much. There is a loaf on the table. After that it is most nights, for a while: half past twelve, and two plates of toast. Jaya does not write to you. The phone is in the kitchen drawer now. Sometimes you get up and look at it. # ending: toast; Two plates
-> END

=== end_page ===
Jaya rings the night team once, in May. She nearly puts the phone down.
"Wait, I've got your page here. You don't like being called lovely. And it says toast." # speaker: night
The line is bad. They talk for six minutes, and then the worker has to take another call. Jaya rings nobody else that night, and does not go out. # ending: page; I've got your page here
-> END

=== as_child ===
It wasn't that I couldn't sleep. I was waiting up. Mum used to get in at ten past twelve, and I still wait up, and she doesn't get in.
{ first:
- "app": You answered. It was freezing, and I didn't say I was outside in case you made me stop.
- "text": I got a number. I read it outside the library. I thought, it's not even you.
- "leave": You rang. I was on the bus with everyone from my year. I said you were my auntie.
}
{ kept:
- "show": You let me read it. I'd declined to engage five times. I sound dead stuck up.
- "sense": You said you'd put it in your words. I wonder what I sound like in your words.
- "each": You said you'd ask each time. {night == "jaya" or night == "stay":You did ask, after.|The first time it mattered you didn't, because of danger. Fair enough, but I noticed.}
}
{ night:
- "stay": You walked me home on the phone. We saw a fox.
- "wake": Maureen came in her nightie. She'd put the heater on for me. I was too angry to be warm.
- "team": You sent a police car. The whole street saw. I'd only been sat on a step.
- "maureen": Maureen held up my wet trainers like they were a dead rat.
- "jaya": You came with wet hair. I told Maureen by myself. She cried and pretended she was washing up.
- "plan": Everybody knew by dinner. A woman came on the Monday to ask me where I go. I said, the library.
}
{ last:
- "keep": You said nights till the exams. {offer == "ask":You did it, too. Then in July you weren't there and nobody said.|I didn't need it that much in the end. I liked that I could.}
- "dev": Dev's all right. He stops at midnight, like the buses.
- "page": I wrote a page about me. It's the only one in there that's by me.
}
-> DONE

=== as_parent ===
I'm Maureen. I've had twenty-two children. The wifi goes off at ten because they told me on the course, and I never asked what for.
{ offer:
- "hours": I said I'm often awake at one. I meant it as a joke. You wrote it down as a plan.
- "window": She had her Sunday hour with you. I used to turn the telly down for it.
- "ask": I knew that she was writing to somebody at night. I thought it was a boy.
}
{ night:
- "stay": You rang at eight. She'd been out of my house and back in it, and you'd known for seven hours. I'd have gone out for her in my bare feet.
- "wake": You rang and I went. I didn't ask her a thing in the car. I put the heater on her side.
- "team": The first I knew was a policeman at the door with his hat off. I thought that she was dead.
- "maureen": You rang at breakfast. I said some things about my back door, and she heard them.
- "jaya": You asked me to wait and wouldn't say what for. I wiped the same table for an hour. Then she came in and told me herself, and I wouldn't have missed that.
- "plan": I had six phone calls about my back door before dinner. Every one of them asked me if I had a lock.
}
{ last:
- "keep": You're very good to her. I lie there and hear her phone buzz through the wall. I'm twelve foot away.
- "dev": That Dev makes her laugh. It goes quiet at midnight.
- "page": I've read her page, because she gave it to me. {night == "wake" or night == "maureen" or night == "jaya":It says toast. So I bought a loaf.|It says that she won't come and knock, but would I come and see.}
}
The wifi's on all night now. It was only ever a switch.
-> DONE

=== as_colleague ===
I'm Lorraine. I have eleven workers, and you had found the hour when a girl will talk. That doesn't happen often.
{ offer:
- "window": I signed for your Sunday hour. Then three more of the team asked for one. I had none left to give.
- "hours": I agreed with the card. I'd have written the same one. I didn't ask what Jaya would think of it.
- "ask": I said six weeks, and I took a biscuit so that I needn't ask what you'd do meanwhile. It took fourteen weeks.
}
{ night:
- "stay": For forty minutes nobody but you knew where she was. Your battery could have gone.
- "wake": You rang Maureen in the night. If I was Maureen I'd have wanted that call. If I was fifteen I'm not so sure.
- "team": The night worker did it by the book, with two other calls going. I rang to thank her. She said nobody ever had.
- "maureen": Maureen was cross, and the fostering team were crosser. They asked me who writes wifi off at ten into a plan.
- "jaya": You gave the girl an hour to say it herself. If she'd run off in that hour, I'd have had to explain it to the director.
- "plan": You reported it, as you should. I filled in my part of it on a Saturday, with a toddler on my arm.
}
{ last:
- "keep": {offer == "ask":I let you. I saw that you were worn out, and that your notes were getting shorter. I'd say so to anybody who asked me.|You took the phone back to bed. I said that you needn't. I didn't say that you mustn't.}
- "dev": Dev has forty of them. I begged for a place for her. That means somebody else's girl is waiting.
- "page": I have the page up on my wall, and she says I may. She has crossed out the word lovely, with an arrow to it in case we miss it.
}
-> DONE

=== as_court ===
Jaya is in care by her mother's agreement, and there are no proceedings. If a judge ever read the file, this is what it would hold.
{ first:
- "app": A note, made next day, of forty minutes on an app that keeps no copy for the council. It has what she said about toast. It does not say where she was, since nobody asked.
- "text": A text at nine minutes to one with a number in it, and her answer, one letter long. A call at four, not picked up.
- "leave": A message at night, not answered that night, and a call at four. The note of the call is one line long.
}
{ offer:
- "window": A decision about the Sunday hour, signed, with the time given back to the worker.
- "hours": A decision about who answers at night, signed. No sign that Jaya was asked about it.
- "ask": A request about the app, and no answer to it for fourteen weeks. {last == "keep":Under it, entries for fifty-one nights in between.|Nothing says what was allowed in between.}
}
{ kept:
- "show": Her own words throughout, as she spelled them. An entry of April, corrected by her: she was at the dentist.
- "sense": What she meant, in the worker's words. Not one sentence of her own{night == "team" or night == "plan":, until the police record|}.
- "each": Some of her own words, copied with her permission. Gaps, marked as gaps.
}
{ night:
- "stay": At the library at ten past one, home at eight minutes to two, the carer told at eight. A lawyer would ask about the hours in between.
- "wake": At the library at ten past one, the carer told two minutes later, home at half past one.
- "team": At the library at ten past one, a police record, home at two.
- "maureen": Messages of ten past one, read at ten past seven. The carer told at once.
- "jaya": Messages of ten past one, read at ten past seven. The carer was asked at once if she was in, and told the rest by Jaya after eight.
- "plan": Messages of ten past one, read at ten past seven. A missing report for a child who was in bed when it was made.
}
{last == "page":A page in purple pen, by Jaya.|A review, held early, and a decision about the wifi.}
-> DONE

=== by_duty ===
{ first:
- "app": To listen in the way that suits her: kept. To use only what the council can stand behind: not that night.
- "text": To tell a child where help is: kept. To answer what she had said: in part.
- "leave": To rest, so as to be safe to practise: kept. To know that she was safe at one in the morning: you did not know.
}
{ offer:
- "window": To offer only what you could keep to: kept. To be there when she needs it: she writes at one in the morning, and not on a Sunday at nine.
- "hours": To use the strengths around her: kept. To ask her first: not.
- "ask": To let her be reached in her own way: you asked for it. To work within what is allowed: strained, and your manager knew.
}
{ kept:
- "show": To be open about the record, and to correct it: kept.
- "sense": To keep a record: in part, since what she sent was not kept whole. To let her be heard in it: strained.
- "each": To give her a say: {night == "jaya" or night == "stay":kept.|kept, until the night when her safety came first.}
}
{ night:
- "stay": To act where there is danger: kept, with what you had. To tell those who need to know: not until she was in, and six hours after that.
- "wake": To tell those who need to know: kept in two minutes. To be straight with her: kept, since you told her first.
- "team": To tell those who need to know, and to follow the plan: kept. To protect her dignity: strained.
- "maureen": To tell those who need to know: kept as soon as you had read it. To let her speak first: not.
- "jaya": To make sure that she was safe, and to let her speak first: both kept. To be open with Maureen: an hour late.
- "plan": To tell those who need to know: kept, and some others were told too. To do no more than is needed: strained.
}
{ last:
- "keep": To be there for her: promised. To stop before it is no longer safe for you to work: {offer == "ask":not kept.|strained.}
- "dev": To find the person whose job it is: kept, up to midnight.
- "page": To let her speak for herself, even when you are asleep: kept, as far as a page can do that.
}
-> DONE

=== by_outcome ===
Nobody sits on the library steps at night now. The library has turned its wifi off at ten as well.
{ last:
- "keep": {offer == "ask":Jaya passed five exams. You were off sick for nine weeks, and heard it from Lorraine. The worker who came after you found the app on the phone and took it off.|Jaya passed four exams. You sleep badly, and your partner has moved to the spare room. She writes to you less. You look at the phone more.}
- "dev": Jaya laughs more, and she still waits up after midnight. Dev has asked for his shift to end at one. Nobody has decided yet.
- "page": {night == "wake" or night == "maureen" or night == "jaya":Jaya and Maureen go on having toast. You sleep. You know less about her than you did.|The page has been used once, and may be used again. Maureen has a copy in a kitchen drawer. She has been up twice in the night to see how Jaya is.}
}
{ kept:
- "show": Jaya has asked to see the rest of her file. There is a lot in it from before your time.
- "sense": When she is twenty she may ask for her file. She will find what you thought she meant that spring.
- "each": She reads what you want to copy before she agrees to it. Last week she changed sad to tired.
}
{ night:
- "stay": Maureen was cool with you until June. She never said why.
- "wake": Jaya would not talk to you for eleven days. Then she told you about the heater in the car.
- "team": The boy opposite calls Jaya a name since that night. She has told Maureen what it is, and nobody else.
- "maureen": There is a bell on the back door now. Jaya says it's like living in a shop.
- "jaya": She has told Maureen two more things at the sink.
- "plan": There are three missing reports with Jaya's name on the list, all for the same night.
}
In May her mum was let off the ward for an afternoon. They went out for toast.
-> DONE
