// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/compare/expectations.h"
#include "core/file/textfile.h"

#include <QString>

#include <functional>

namespace roadstead {

class ScanShelf;

/// Why the book could not be read or written. It is left as it was.
struct BookError
{
    enum class Code : quint8 {
        Unreadable, ///< `file` says why
        NotText, ///< it is no UTF-8
        Damaged, ///< `text` says where; or it is too large
        TooMuch, ///< it would be too large with what is to be written
        Changed, ///< by somebody else: it is not what was to be replaced
        InUse, ///< another program has been writing it for seconds
        Unwritable, ///< `systemText` says why
    };
    Code code = Code::Unreadable;
    QString path = {};
    TextFileError file = {};
    ExpectationError text = {};
    QString systemText = {};
};

/// What a user expects of hosts and ports, whichever scan looks at them: a text file of that user
/// alone (docs/FORMATS.md, "Expectations"). Others may change it at any time: whoever writes reads
/// first, and keeps everybody else out meanwhile. All of it blocks: not for a window's thread. A
/// value.
class ExpectationBook
{
public:
    using Change = std::function<Expected<QString, ExpectationError>(const QString &text)>;

    explicit ExpectationBook(QString path);
    /// The one that belongs to the scans there: beside their folder.
    [[nodiscard]] static ExpectationBook beside(const ScanShelf &shelf);

    [[nodiscard]] QString path() const { return m_path; }
    /// As it is, whatever it says; empty where there is no file.
    [[nodiscard]] Expected<QString, BookError> content() const;
    /// Only what can be read as expectations.
    [[nodiscard]] Expected<QString, BookError> text() const;
    /// Makes what it says into something else, and returns that.
    [[nodiscard]] Expected<QString, BookError> change(const Change &change) const;
    /// Writes `text` if it still holds `known`, readable or not.
    [[nodiscard]] Expected<QString, BookError> replace(const QString &known,
                                                       const QString &text) const;

private:
    using Written = Expected<QString, BookError>;

    [[nodiscard]] Written locked(const std::function<Written()> &work) const;
    [[nodiscard]] Written write(const QString &text) const;
    [[nodiscard]] BookError error(BookError::Code code) const;

    QString m_path;
};

} // namespace roadstead
