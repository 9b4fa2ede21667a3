// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/target/parseerror.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace roadstead {

class PortVocabulary;
class PortSet;

/// A port list of the user's own.
struct PortList
{
    QString name; ///< "Web": typed in the Ports field like a built-in list's
    QString ports; ///< a port text without names of lists of one's own: "80, 443, 8000-8100"

    friend bool operator==(const PortList &, const PortList &) = default;
};

/// What the user made of the port lists.
struct PortLists
{
    QList<PortList> own; ///< in the user's order
    QStringList hidden; ///< ids of built-in lists that are not offered; typed, they are still read

    friend bool operator==(const PortLists &, const PortLists &) = default;
};

inline constexpr qsizetype kMostPortLists = 100;
inline constexpr qsizetype kLongestPortListName = 60;
inline constexpr qsizetype kLongestPortListText = 4'000;
inline constexpr qsizetype kMostPortListWildcards = 10;

/// Why a list cannot be kept.
struct PortListFault
{
    Q_GADGET
public:
    enum class Code : quint8 {
        NoName,
        LongName, ///< over kLongestPortListName
        BadName, ///< not a letter first, or a character that has a meaning in port texts
        NameTaken, ///< by another of one's own
        NameOfService, ///< "ssh" would no longer mean port 22
        LongPorts, ///< over kLongestPortListText
        ManyWildcards, ///< over kMostPortListWildcards signs * and ? in the ports
        BadPorts, ///< `error` says why
    };
    Q_ENUM(Code)

    Code code = Code::NoName;
    ParseError error; ///< where: in the name, or in the ports

    [[nodiscard]] bool isInPorts() const
    {
        return code == Code::LongPorts || code == Code::ManyWildcards || code == Code::BadPorts;
    }
};

/// The ports that the list stands for, or what is wrong with it by itself. Names are of letters,
/// digits, spaces and a few signs, a letter first, so that none can be taken for a port, a range or
/// several items.
[[nodiscard]] Expected<PortSet, PortListFault> readPortList(const PortList &list,
                                                            const PortVocabulary &vocabulary);
/// Whether both are one name where ports are typed: case, and a '-' for a space, do not matter.
[[nodiscard]] bool isSameListName(QStringView a, QStringView b);

/// As the settings keep it: JSON with a version.
[[nodiscard]] QString textOfPortLists(const PortLists &lists);
/// Reads that text. What is not of its form, no sound list, of a name that was there before, or
/// beyond kMostPortLists is left out; of another version, everything.
[[nodiscard]] PortLists portListsFromText(const QString &text, const PortVocabulary &vocabulary);

} // namespace roadstead
