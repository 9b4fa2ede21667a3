// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/jsonobjects.h"

#include <QJsonArray>
#include <QJsonObject>

namespace roadstead {

/// The fields of a JSON object of an imported file, with the first fault of any of them: ask for
/// all, then look whether there is one. null counts as absent.
class JsonFields
{
public:
    /// Both must outlive this. `number`: which of the objects in `piece` with the same keys it is,
    /// from 0, for the place of a fault.
    JsonFields(const QJsonObject &object, const JsonPiece &piece, std::optional<ImportError> &fault,
               int number = 0);

    [[nodiscard]] bool has(QLatin1String key) const;
    /// What must be there; something empty if it is not.
    [[nodiscard]] QString text(QLatin1String key);
    [[nodiscard]] quint64 number(QLatin1String key, quint64 most);
    [[nodiscard]] double real(QLatin1String key, double most);
    [[nodiscard]] QJsonArray array(QLatin1String key);
    [[nodiscard]] JsonFields object(QLatin1String key);
    /// What may be there.
    [[nodiscard]] QString optionalText(QLatin1String key);

    [[nodiscard]] QJsonValue value(QLatin1String key) const { return m_object.value(key); }
    [[nodiscard]] bool isEmpty() const { return m_object.isEmpty(); }
    /// What stands there is not as it must be.
    void refuse(QLatin1String key, ImportError::Code code = ImportError::Code::BadValue);

private:
    [[nodiscard]] bool demand(QLatin1String key, bool isRight);

    QJsonObject m_object;
    const JsonPiece &m_piece;
    std::optional<ImportError> &m_fault;
    int m_number;
};

/// The object that the piece is, or where it is no JSON.
[[nodiscard]] Expected<QJsonObject, ImportError> readJson(const JsonPiece &piece);

} // namespace roadstead
