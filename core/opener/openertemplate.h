// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

namespace roadstead {

/// A command that a result can be opened with, as a person wrote it. Its arguments may hold
/// {address}, {port}, {service} and {name}, also within an argument; `{{` and `}}` stand for a
/// brace. The program is never filled in, and no shell ever sees any of it.
struct OpenerTemplate
{
    QString name; ///< what the menu shows
    QString program; ///< a name that is looked up in the search path, or an absolute path
    QStringList arguments;
    QString ports; ///< what it is offered for, as a text of ports; empty: all of them
    bool isInTerminal = false; ///< talks to a person: needs a terminal's window

    friend bool operator==(const OpenerTemplate &, const OpenerTemplate &) = default;
};

inline constexpr qsizetype kLongestOpenerName = 80;
inline constexpr qsizetype kLongestOpenerText = 1'000; ///< of the program, the ports
inline constexpr qsizetype kLongestOpenerArguments = 4'000; ///< of all arguments together
inline constexpr qsizetype kMostOpenerArguments = 50;

/// What is wrong with a template, or why it cannot be filled with a result. `position` and `length`
/// cover the faulty part of the field, in UTF-16 units.
struct OpenerFault
{
    Q_GADGET
public:
    enum class Code : quint8 {
        Empty, ///< no name, no program, an argument of nothing
        TooLong,
        TooManyArguments,
        ControlCharacter, ///< one that cannot be seen, or that turns the direction of text
        ProgramHasPlaceholder, ///< a brace in the program
        ProgramNotAbsolute, ///< a path that depends on the folder one happens to be in
        UnknownPlaceholder, ///< {adress}
        UnmatchedBrace,
        BadPorts, ///< no text of ports
        NoName, ///< the host was not given by name
        BadHostName, ///< its name breaks the rule for host names
        NoService, ///< the port has no usual service
        BadService, ///< the service's name has other characters than a-z, 0-9 and -
        StartsWithDash, ///< a value or, through a placeholder, an argument would be an option
        ZoneInUrl, ///< fe80::1%eth0: no browser takes it
        NotForBrowsers, ///< not a web service
    };
    Q_ENUM(Code)
    enum class Field : quint8 {
        Name,
        Program,
        Arguments,
        Ports
    };
    Q_ENUM(Field)

    Code code = Code::Empty;
    Field field = Field::Name;
    qsizetype argument = 0; ///< which of them, if it is one
    qsizetype position = 0;
    qsizetype length = 0;

    friend bool operator==(const OpenerFault &, const OpenerFault &) = default;
};

} // namespace roadstead
