# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks of the tree itself: who includes whom, what is translated, what is packaged. A checker that is not installed
# makes its test "skipped", never "passed"; tests/run.sh installs them all.

find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(DESKTOP_FILE_VALIDATE desktop-file-validate)
find_program(APPSTREAMCLI appstreamcli)
find_program(UPDATE_MIME_DATABASE update-mime-database)
find_program(XMLLINT xmllint)
find_program(MANDOC mandoc)
find_program(SHELLCHECK shellcheck)
find_program(LDD ldd)
set(python ${Python3_EXECUTABLE} -B)
set(tests_dir ${PROJECT_SOURCE_DIR}/tests)

# house_test(name program command...): skipped where the program was not found.
function(house_test name program)
    roadstead_add_ctest(${name} COMMAND ${ARGN})
    if(NOT program)
        set_tests_properties(${name} PROPERTIES DISABLED TRUE)
    endif()
endfunction()

get_target_property(qt_includes Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
list(TRANSFORM qt_includes PREPEND --qt-include= OUTPUT_VARIABLE qt_include_options)
set(layering ${python} ${tests_dir}/check_layering.py ${qt_include_options})
roadstead_add_ctest(check_layering COMMAND ${layering} ${PROJECT_SOURCE_DIR})
roadstead_add_ctest(check_layering_finds_faults COMMAND ${layering} --self-test ${tests_dir}/data/layering)

set(translations_check ${python} ${tests_dir}/check_translations.py --lupdate $<TARGET_FILE:Qt6::lupdate>)
roadstead_add_ctest(check_translations COMMAND ${translations_check} --source ${PROJECT_SOURCE_DIR})
roadstead_add_ctest(check_translations_finds_faults COMMAND ${translations_check} --self-test)

roadstead_add_ctest(check_scripts_refuse_old_systems COMMAND sh ${tests_dir}/check_old_systems.sh)
house_test(check_shell_scripts "${SHELLCHECK}" ${SHELLCHECK} -x --source-path=${PROJECT_SOURCE_DIR}
    ${PROJECT_SOURCE_DIR}/packaging/run.sh ${PROJECT_SOURCE_DIR}/packaging/packages.sh
    ${PROJECT_SOURCE_DIR}/packaging/check-deb.sh ${tests_dir}/run.sh ${tests_dir}/ui/opener/record.sh ${tests_dir}/fuzz.sh
    ${tests_dir}/check_old_systems.sh ${tests_dir}/check_no_widgets.sh ${tests_dir}/check_mime_type.sh
    ${tests_dir}/app/check_run_arguments.sh ${PROJECT_SOURCE_DIR}/packaging/optionkinds.sh
    ${tests_dir}/bench/window.sh ${tests_dir}/bench/start.sh ${PROJECT_SOURCE_DIR}/.ci/run
    ${tests_dir}/ui/access/atspi.sh ${tests_dir}/ui/window/screenshots.sh ${tests_dir}/ui/readme_screenshot.sh)

# The terminal program has to run where no window ever will.
roadstead_add_ctest(check_cli_links_no_widgets COMMAND sh ${tests_dir}/check_no_widgets.sh
    $<TARGET_FILE:roadstead-cli> $<TARGET_FILE:roadstead>)

house_test(check_desktop_file "${DESKTOP_FILE_VALIDATE}" ${DESKTOP_FILE_VALIDATE}
    ${PROJECT_SOURCE_DIR}/packaging/org.roadstead.Roadstead.desktop)
house_test(check_appstream "${APPSTREAMCLI}" ${APPSTREAMCLI} validate --no-net --pedantic
    ${PROJECT_SOURCE_DIR}/packaging/org.roadstead.Roadstead.metainfo.xml)
house_test(check_markup "${XMLLINT}" ${XMLLINT} --noout ${PROJECT_SOURCE_DIR}/packaging/org.roadstead.Roadstead.mime.xml
    ${PROJECT_SOURCE_DIR}/packaging/application-x-roadstead.svg ${PROJECT_SOURCE_DIR}/resources/icons/roadstead.svg)
house_test(check_mime_type "${UPDATE_MIME_DATABASE}" sh ${tests_dir}/check_mime_type.sh ${UPDATE_MIME_DATABASE}
    ${PROJECT_SOURCE_DIR}/packaging/org.roadstead.Roadstead.mime.xml)
house_test(check_man_pages "${MANDOC}" ${MANDOC} -T lint -W warning
    ${PROJECT_SOURCE_DIR}/docs/man/roadstead.1 ${PROJECT_SOURCE_DIR}/docs/man/roadstead-cli.1)
