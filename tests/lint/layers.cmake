# cmake -DSRC=<the src folder> -P layers.cmake
#
# The plan of the house as a test: a room includes itself and the rooms named
# here, a library comes in by its own door, and nothing else is a room.
cmake_minimum_required(VERSION 3.25)
cmake_path(ABSOLUTE_PATH SRC)

# What each room may include besides itself.
set(sees_base "")
set(sees_model base)
foreach(room read lexicon scan claim graph)
  set(sees_${room} base model)
endforeach()
foreach(room write query)
  set(sees_${room} base model graph)
endforeach()
set(sees_cmd "")
# The files beside pathquill.h see every room but cmd.
set(sees_pipeline base model read lexicon scan claim graph write query)
set(rooms base model read lexicon scan claim graph write query cmd)

# The one header through which a neighbour on the same floor may be seen.
set(peeks_scan lexicon/lexicon.h)

# Who may include the public header: its border types reach the others by base.
set(public "^(base/[a-z_]+\\.h|cmd/.*|pathquill\\.c|run\\.[ch])$")

# The files in which a library's header may be named.  A key is the header's
# name or its folder: <yaml.h>, <graphviz/gvc.h>, <nettle/sha2.h>.
set(door_yaml base/yaml.c)
set(door_utf8proc base/utf8.c)
set(door_xxhash base/hash.c)
set(door_nettle base/digest.c)
set(door_zlib base/gzip.c)
set(door_zstd base/zst.c)
set(door_zstd_errors base/zst.c)
set(door_pthread base/pool.c)
set(door_jansson read/jsonl.c)
set(door_raptor2 write/rdf.c query/rdfin.c)
set(door_rasqal "") # nobody
set(door_cgraph write/dot.c write/picture.c)
set(door_gvc write/picture.c)
set(door_sqlite3 lexicon/import/sqlite.c)
set(door_curl cmd/http.c)
set(door_dlfcn base/module.c cmd/http.c)
set(door_expat read/pubmed.c)
set(door_cmocka "") # tests only
set(door_locale "") # nobody: output knows no locale

function(check_room file room header)
  if(header MATCHES "^([^/]+)/" AND NOT CMAKE_MATCH_1 STREQUAL room)
    set(seen ${CMAKE_MATCH_1})
    if(NOT seen IN_LIST sees_${room} AND NOT header IN_LIST peeks_${room})
      message(SEND_ERROR "${file}: ${room} may not see ${header}")
    endif()
  elseif(header STREQUAL "pathquill.h" AND NOT file MATCHES "${public}")
    message(SEND_ERROR "${file}: ${room} may not see ${header}")
  endif()
endfunction()

function(check_door file folder header)
  foreach(key ${folder} ${header})
    if(DEFINED door_${key} AND NOT file IN_LIST door_${key})
      message(SEND_ERROR "${file}: <${key}> has another door")
      break()
    endif()
  endforeach()
endfunction()

# A room may not reach the pipeline by a bare name, nor by a way round.
function(check_bare file room header)
  set(beside ${SRC}/${room}/${header})
  if(room STREQUAL "pipeline")
    set(beside ${SRC}/${header})
  endif()
  if(header STREQUAL "pathquill.h" OR header MATCHES "\\.def$")
    return()
  endif()
  if(header MATCHES "\\.\\." OR (NOT header MATCHES "/" AND
                                 NOT EXISTS ${beside}))
    message(SEND_ERROR "${file}: ${header} is not in this room")
  endif()
endfunction()

file(GLOB_RECURSE files RELATIVE ${SRC}
     ${SRC}/*.[ch] ${SRC}/*.def ${SRC}/*.inc)
if(NOT files)
  message(SEND_ERROR "${SRC}: no sources here")
endif()
foreach(file ${files})
  set(room pipeline)
  if(file MATCHES "^([^/]+)/")
    set(room ${CMAKE_MATCH_1})
    if(NOT room IN_LIST rooms)
      message(SEND_ERROR "${file}: ${room} is no room: it may not see any")
    endif()
  endif()
  file(STRINGS ${SRC}/${file} lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line ${lines})
    if(line MATCHES "\"([^\"]+)\"")
      set(header ${CMAKE_MATCH_1})
      check_room(${file} ${room} ${header})
      check_bare(${file} ${room} ${header})
    elseif(line MATCHES "<(([a-z0-9_]+)/)?([a-z0-9_]+)\\.h>")
      check_door(${file} "${CMAKE_MATCH_2}" ${CMAKE_MATCH_3})
    endif()
  endforeach()
endforeach()
