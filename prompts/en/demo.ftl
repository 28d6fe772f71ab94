### What the tour's guide says between the scenes of `make demo ARGS=--tour`.

demo-check = Monday, a quarter to six in London. Ann types /trustcheck
demo-start = Everybody presses Start, each in their own zone
demo-set-up = Ann types /pulse in #proj, and sends the form
demo-morning = Tuesday: everybody's nudge, each at their own 09:30
demo-nudge = { $name } in { $city }, { $when }
demo-city-london = London
demo-city-los-angeles = Los Angeles
demo-city-shanghai = Shanghai
demo-city-kolkata = Kolkata
demo-city-auckland = Auckland
demo-promise = Tuesday evening. Ann types { $typed }
demo-promise-typed = /commit send Ben the deck by Thursday 3pm
demo-asked = Thursday 15:00. Ann is asked, and presses Kept
demo-poll = The Tuesday after. The poll comes in everybody's slot, and five of six answer
demo-results = Friday 10:00. The results, in #proj and its thread
demo-end = That was the tour. make demo lets you try it yourself.
