// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/scan/scanrequest.h"

#include <QJsonObject>

#include <optional>

// A scan's request as JSON, for files: targets and ports in the syntax that people type, options by
// name. docs/FORMATS.md says what each key means.

namespace roadstead {

/// A request, and what its names resolved to if that is known.
struct RequestJson
{
    ScanRequest request;
    std::optional<NameAnswers> answers;
};

[[nodiscard]] QJsonObject toJson(const ScanRequest &request,
                                 const std::optional<NameAnswers> &answers);
/// Strict: every key is known and every value possible. The error is the key at fault:
/// "options.rate". A zone that this computer does not have becomes a foreign scope
/// (foreignscope.h).
[[nodiscard]] Expected<RequestJson, QString> requestFromJson(const QJsonObject &object);

/// Any address of it is in a zone that this computer does not have.
[[nodiscard]] bool hasForeignScope(const TargetSpec &targets);

} // namespace roadstead
