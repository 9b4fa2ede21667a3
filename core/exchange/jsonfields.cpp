// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/jsonfields.h"

#include <QJsonDocument>

#include <algorithm>

namespace roadstead {

namespace {

/// Where the key stands for the `number`-th time, or last; the object's begin if it does not.
TextPlace placeOf(QLatin1String key, int number, const JsonPiece &piece)
{
    const QByteArray quoted = '"' + QByteArray(key.data(), key.size()) + '"';
    qsizetype found = piece.bytes.indexOf(quoted);
    for (qsizetype next = found; number > 0 && next >= 0; --number) {
        found = next;
        next = piece.bytes.indexOf(quoted, found + 1);
        found = next >= 0 ? next : found;
    }
    return placeIn(piece.bytes, std::max<qsizetype>(found, 0), piece.place);
}

QString written(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

} // namespace

JsonFields::JsonFields(const QJsonObject &object, const JsonPiece &piece,
                       std::optional<ImportError> &fault, int number)
    : m_object(object)
    , m_piece(piece)
    , m_fault(fault)
    , m_number(number)
{}

bool JsonFields::has(QLatin1String key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

void JsonFields::refuse(QLatin1String key, ImportError::Code code)
{
    if (m_fault)
        return;
    const TextPlace place = placeOf(key, m_number, m_piece);
    m_fault = importFault(code, place.line, place.column, written(m_object.value(key)));
}

bool JsonFields::demand(QLatin1String key, bool isRight)
{
    if (isRight || m_fault)
        return isRight;
    if (has(key))
        refuse(key);
    else
        m_fault = importFault(ImportError::Code::Missing, m_piece.place.line, m_piece.place.column,
                              QString(key));
    return false;
}

QString JsonFields::text(QLatin1String key)
{
    const QJsonValue value = m_object.value(key);
    return demand(key, value.isString()) ? value.toString() : QString();
}

QString JsonFields::optionalText(QLatin1String key)
{
    return has(key) ? text(key) : QString();
}

quint64 JsonFields::number(QLatin1String key, quint64 most)
{
    const qint64 number = m_object.value(key).toInteger(-1);
    const bool isRight = number >= 0 && static_cast<quint64>(number) <= most;
    return demand(key, isRight) ? static_cast<quint64>(number) : 0;
}

double JsonFields::real(QLatin1String key, double most)
{
    const double number = m_object.value(key).toDouble(-1);
    return demand(key, number >= 0 && number <= most) ? number : 0;
}

QJsonArray JsonFields::array(QLatin1String key)
{
    const QJsonValue value = m_object.value(key);
    return demand(key, value.isArray()) ? value.toArray() : QJsonArray();
}

JsonFields JsonFields::object(QLatin1String key)
{
    const QJsonValue value = m_object.value(key);
    return {demand(key, value.isObject()) ? value.toObject() : QJsonObject(), m_piece, m_fault};
}

Expected<QJsonObject, ImportError> readJson(const JsonPiece &piece)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(piece.bytes, &error);
    if (error.error == QJsonParseError::NoError && document.isObject())
        return document.object();
    const TextPlace place = placeIn(piece.bytes, error.offset, piece.place);
    const auto code = error.error == QJsonParseError::DeepNesting ? ImportError::Code::TooDeep
                                                                  : ImportError::Code::Malformed;
    return importFault(code, place.line, place.column);
}

} // namespace roadstead
