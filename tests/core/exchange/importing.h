// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importresults.h"
#include "tests/support/trickle.h"

#include <QBuffer>
#include <QIODevice>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <functional>

/// What the tests of imports read, and how they see what came of it.
namespace importing {

using namespace roadstead;
using Outcome = Expected<ImportedScan, ImportError>;

inline Outcome read(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readResults(buffer);
}

inline Outcome trickle(const QByteArray &text, qint64 atOnce = 1)
{
    Trickle device(text, atOnce);
    return readResults(device);
}

/// A file of any size that is never in memory: a beginning, and then a filling for so many bytes.
class Endless final : public QIODevice
{
public:
    Endless(QByteArray beginning, QByteArray filling, qint64 size)
        : m_beginning(std::move(beginning))
        , m_filling(std::move(filling))
        , m_left(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_left == 0; }
    [[nodiscard]] qint64 taken() const { return m_taken; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min(most, m_left);
        for (qint64 i = 0; i < size; ++i) {
            const qint64 place = m_taken + i;
            data[i] = place < m_beginning.size()
                          ? m_beginning.at(place)
                          : m_filling.at((place - m_beginning.size()) % m_filling.size());
        }
        m_left -= size;
        m_taken += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_beginning;
    QByteArray m_filling;
    qint64 m_left;
    qint64 m_taken = 0;
};

/// "10.0.0.1 80 open syn-ack", and what is known further.
inline QString rowText(const ResultStore &store, quint32 row)
{
    const PortResult &result = store.row(row);
    QStringList parts{store.hostOf(result).addressText, QString::number(result.port),
                      QString(identifier(result.state())), QString(identifier(result.reason()))};
    const Detail detail = store.detail(row);
    if (!detail.toText().isEmpty())
        parts += detail.toText();
    if (!detail.banner.isEmpty())
        parts += QLatin1Char('"') + QString::fromLatin1(detail.banner) + QLatin1Char('"');
    return parts.join(QLatin1Char(' '));
}

inline QStringList rowsOf(const Outcome &outcome)
{
    if (!outcome)
        return {QStringLiteral("error %1 at %2:%3: %4")
                    .arg(int(outcome.error().code))
                    .arg(outcome.error().line)
                    .arg(outcome.error().column)
                    .arg(outcome.error().found)};
    QStringList rows;
    for (quint32 row = 0; row < outcome->document.store.rowCount(); ++row)
        rows += rowText(outcome->document.store, row);
    return rows;
}

inline QList<ImportNote> notesOf(const Outcome &outcome)
{
    return outcome ? outcome->notes : QList<ImportNote>();
}

/// A row of what is refused: columns `text` and `error`.
inline void addRefusal(const char *name, const QByteArray &text, ImportError::Code code,
                       qint64 line, qint64 column, const char *found = "")
{
    QTest::newRow(name) << text << ImportError{code, line, column, QString::fromLatin1(found)};
}

} // namespace importing

namespace roadstead {

/// So that a failed comparison says what was read.
inline char *toString(const ImportError &error)
{
    return QTest::toString(QStringLiteral("%1 at %2:%3 '%4'")
                               .arg(int(error.code))
                               .arg(error.line)
                               .arg(error.column)
                               .arg(error.found));
}

inline char *toString(const ImportNote &note)
{
    return QTest::toString(QStringLiteral("%1: %2").arg(int(note.code)).arg(note.count));
}

} // namespace roadstead
