// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/xmlprolog.h"

#include "core/exchange/resulttext.h"

#include <algorithm>

namespace roadstead {

namespace {

/// A walk over the beginning of a file, which may end too early.
class Prolog
{
public:
    enum class Outcome : quint8 {
        Root, ///< `name`
        NeedsMore,
        OwnDeclarations,
        NoXml,
    };

    explicit Prolog(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    Outcome look()
    {
        while (true) {
            skipSpace();
            const QByteArrayView rest = m_bytes.sliced(m_next);
            if (rest.startsWith("<?")) {
                if (!skipPast("?>"))
                    return Outcome::NeedsMore;
            } else if (rest.startsWith("<!--")) {
                if (!skipPast("-->"))
                    return Outcome::NeedsMore;
            } else if (rest.startsWith("<!DOCTYPE")) {
                if (const Outcome outcome = skipDocumentType(); outcome != Outcome::Root)
                    return outcome;
            } else {
                return lookAtName(rest);
            }
        }
    }

    [[nodiscard]] qsizetype place() const { return m_next; }
    [[nodiscard]] QByteArray name() const { return m_name; }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

    void skipSpace()
    {
        while (m_next < m_bytes.size() && isSpace(m_bytes[m_next]))
            ++m_next;
    }

    bool skipPast(QByteArrayView end)
    {
        const qsizetype found = m_bytes.indexOf(end, m_next + 2);
        if (found >= 0)
            m_next = found + end.size();
        return found >= 0;
    }

    /// Root: it is passed.
    Outcome skipDocumentType()
    {
        char quote = 0;
        for (; m_next < m_bytes.size(); ++m_next) {
            const char c = m_bytes[m_next];
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                return Outcome::OwnDeclarations;
            } else if (c == '>') {
                ++m_next;
                return Outcome::Root;
            }
        }
        return Outcome::NeedsMore;
    }

    Outcome lookAtName(QByteArrayView rest)
    {
        constexpr qsizetype kLongestName = 64;
        if (rest.size() < 2)
            return Outcome::NeedsMore;
        if (rest[0] != '<' || rest[1] == '!')
            return Outcome::NoXml;
        const QByteArrayView name = rest.sliced(1).first(qMin(rest.size() - 1, kLongestName));
        const auto end = std::find_if(name.begin(), name.end(),
                                      [](char c) { return isSpace(c) || c == '>' || c == '/'; });
        m_name = name.first(end - name.begin()).toByteArray();
        return end == name.end() && name.size() < kLongestName ? Outcome::NeedsMore : Outcome::Root;
    }

    QByteArrayView m_bytes;
    qsizetype m_next = 0;
    QByteArray m_name;
};

} // namespace

Expected<QByteArray, ImportError> lookAtRootElement(ImportSource &source)
{
    qsizetype wanted = 64 * 1'024;
    while (true) {
        if (const auto fault = source.lookAhead(wanted))
            return *fault;
        const bool isAll = source.ahead().size() < wanted;
        Prolog prolog(source.ahead());
        const Prolog::Outcome outcome = prolog.look();
        const TextPlace place = placeIn(source.ahead(), prolog.place());
        if (outcome == Prolog::Outcome::Root)
            return prolog.name();
        if (outcome == Prolog::Outcome::OwnDeclarations)
            return importFault(ImportError::Code::OwnDeclarations, place.line, place.column);
        if (outcome == Prolog::Outcome::NoXml || isAll)
            return importFault(ImportError::Code::UnknownKind, 0, 0);
        if (wanted > kLongestImportPiece)
            return importFault(ImportError::Code::TooLong, place.line, place.column);
        wanted *= 2;
    }
}

} // namespace roadstead
