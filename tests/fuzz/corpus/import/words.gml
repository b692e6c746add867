gml
graph [ directed 1 comment "A&#7;&eacute;" node [ id 1 label "A" parent "B" kind "state" ] node [ id 2 label "B" ]
edge [ source 1 target 2 label "arms" weight 2.5 evidence "disputed" start "2010" end "2011" graphics [ fill "red" ] ]
edge [ source 2 target 1 stance "reportedly denies" end "2012" period "2010/2011" ] ]
