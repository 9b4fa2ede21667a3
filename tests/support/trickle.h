// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <utility>

namespace roadstead {

/// A file that gives a few bytes at a time, as a pipe may: what is read must not depend on where
/// they are cut.
class Trickle final : public QIODevice
{
public:
    Trickle(QByteArray text, qint64 atOnce)
        : m_text(std::move(text))
        , m_atOnce(atOnce)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_next == m_text.size(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min({most, m_atOnce, qint64(m_text.size() - m_next)});
        std::copy_n(m_text.constData() + m_next, size, data);
        m_next += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_text;
    qint64 m_atOnce;
    qsizetype m_next = 0;
};

} // namespace roadstead
