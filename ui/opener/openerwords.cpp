// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/opener/openerwords.h"

#include "core/base/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace roadstead {

namespace {

using Code = OpenerFault::Code;
using Field = OpenerFault::Field;

const char *emptySentence(Field field)
{
    switch (field) {
    case Field::Name:
        return QT_TRANSLATE_NOOP("OpenerWords", "A command needs a name for the menu.");
    case Field::Program:
        return QT_TRANSLATE_NOOP("OpenerWords", "Which program is to be started?");
    case Field::Arguments:
        return QT_TRANSLATE_NOOP("OpenerWords", "An argument must not be empty.");
    case Field::Ports:
        return QT_TRANSLATE_NOOP("OpenerWords", "Name ports, or leave the field empty.");
    }
    return "";
}

/// Of a template as it was written.
const char *templateSentence(const OpenerFault &fault)
{
    switch (fault.code) {
    case Code::Empty:
        return emptySentence(fault.field);
    case Code::TooLong:
        return QT_TRANSLATE_NOOP("OpenerWords", "This is too long.");
    case Code::TooManyArguments:
        return QT_TRANSLATE_NOOP("OpenerWords", "These are too many arguments.");
    case Code::ControlCharacter:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "There is a character in it that cannot be seen. Remove it.");
    case Code::ProgramHasPlaceholder:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "The program is never filled in: { and } only have a meaning in "
                                 "the arguments.");
    case Code::ProgramNotAbsolute:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "Write the whole path, or only the name of a program.");
    case Code::UnknownPlaceholder:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "There are {address}, {port}, {service} and {name}. Write {{ and "
                                 "}} for braces.");
    case Code::UnmatchedBrace:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "A single brace. Write {{ or }} if a brace is meant.");
    default:
        return nullptr;
    }
}

/// Of what it is to be filled with.
const char *subjectSentence(Code code)
{
    switch (code) {
    case Code::NoName:
        return QT_TRANSLATE_NOOP("OpenerWords", "This host was not given by name.");
    case Code::BadHostName:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "This host's name is not one that can be handed to a program.");
    case Code::NoService:
        return QT_TRANSLATE_NOOP("OpenerWords", "This port has no usual service.");
    case Code::BadService:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "This service's name is not one that can be handed to a program.");
    case Code::StartsWithDash:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "What is filled in begins with “-”, and a program would take it "
                                 "for an option.");
    case Code::ZoneInUrl:
        return QT_TRANSLATE_NOOP("OpenerWords",
                                 "No browser opens an address that needs an interface's name.");
    case Code::NotForBrowsers:
        return QT_TRANSLATE_NOOP("OpenerWords", "This is not a web service.");
    default:
        return QT_TRANSLATE_NOOP("OpenerWords", "These are not ports.");
    }
}

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
           || QStringView(u"-_./:@%+=,[]").contains(c);
}

} // namespace

QString describe(const OpenerFault &fault)
{
    const char *sentence = templateSentence(fault);
    return QCoreApplication::translate(
        "OpenerWords", sentence != nullptr ? sentence : subjectSentence(fault.code));
}

QString describe(LaunchOutcome outcome, const QString &program)
{
    const QString shown = plainText(program);
    switch (outcome) {
    case LaunchOutcome::Started:
        return {};
    case LaunchOutcome::ProgramNotFound:
        //: %1 is a program
        return QCoreApplication::translate("OpenerWords",
                                           "There is no program “%1” on this computer.")
            .arg(shown);
    case LaunchOutcome::NoTerminal:
        return QCoreApplication::translate(
                   "OpenerWords", "“%1” needs a terminal, and none was found on this computer.")
            .arg(shown);
    case LaunchOutcome::Failed:
        return QCoreApplication::translate("OpenerWords", "“%1” could not be started.").arg(shown);
    }
    return {};
}

QString shownCommand(const QStringList &command)
{
    QStringList parts;
    for (const QString &argument : command) {
        const bool isQuoted =
            argument.isEmpty() || !std::all_of(argument.begin(), argument.end(), isPlain);
        const QString shown = plainText(argument);
        parts.append(isQuoted ? u'“' + shown + u'”' : shown);
    }
    return parts.join(u' ');
}

} // namespace roadstead
