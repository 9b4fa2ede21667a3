# What every target of the project is compiled and linked with.

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
target_include_directories(project_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(project_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    ROADSTEAD_VERSION="${PROJECT_VERSION}")

if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(project_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-align -Wcast-qual
        -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wundef -Wextra-semi)
    if(APP_WERROR)
        target_compile_options(project_options INTERFACE -Werror)
        target_compile_definitions(project_options INTERFACE QT_FORCE_ASSERTS _GLIBCXX_ASSERTIONS)
    endif()
    if(APP_SANITIZE)
        # -O1 and line tables only: the tests run several times faster, and reports still name file and line.
        target_compile_options(project_options INTERFACE -fsanitize=${APP_SANITIZE} -fno-omit-frame-pointer
            -fno-sanitize-recover=all -O1 -g1)
        target_link_options(project_options INTERFACE -fsanitize=${APP_SANITIZE})
        # Qt 6.4's QList compares two empty lists with memcmp(nullptr, nullptr, 0), inline, so in our code.
        target_compile_options(project_options INTERFACE -fno-sanitize=nonnull-attribute)
        # g++ 12 with sanitizers sees uninitialised members in moved-from std::variants of QStrings; plain builds, where
        # the warning stays on, do not.
        target_compile_options(project_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    else()
        target_compile_options(project_options INTERFACE -fstack-protector-strong
            $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
        target_link_options(project_options INTERFACE -Wl,-z,relro,-z,now)
    endif()
    if(APP_FUZZ)
        target_compile_options(project_options INTERFACE -fsanitize=fuzzer-no-link)
    endif()
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
