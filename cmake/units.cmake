# Several sources compiled as one: their headers are parsed once. They are dealt so that neighbours,
# which share names most, come apart; a name that two of a unit give to something of their own is a
# "redefinition" there, and one of the two gets another.
function(deal_into_units count)
  set(i 0)
  foreach(source ${ARGN})
    math(EXPR unit "${i} % ${count}")
    math(EXPR i "${i} + 1")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP unit_${unit})
  endforeach()
endfunction()

function(compile_in_units target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
