"""Sign-in, for everybody who works here: who is it, from where, and is it still them (docs/adr/0011).

`accounts` and `passkeys` answer allauth's questions; `limits` makes those wait who guess; `devices` knows a browser
that has been let in before; `sessions` says where somebody is signed in; `step_up` asks again before what is dangerous.
"""
