gml
Creator "entente"
graph [
  directed 1
  multigraph 1
  label "T"
  node [
    id 0
    key "a"
    label "Aland"
    kind "state"
  ]
  node [
    id 1
    key "b"
    label "Bland"
    kind "state"
  ]
  node [
    id 2
    key "p"
    label "Pip"
    kind "individual"
  ]
  edge [
    source 0
    target 1
    key "r1"
    label "arms"
    type "support"
    form "arms"
    evidence "denied"
    sources 0
  ]
  edge [
    source 0
    target 1
    key "r2"
    label "ownership"
    type "ownership"
    evidence "denied"
    sources 0
  ]
  edge [
    source 2
    target 1
    key "r3"
    label "ownership"
    type "ownership"
    when "2010"
    evidence "suspected"
    sources 1
  ]
]
