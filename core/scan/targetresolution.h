// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/plan.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"

#include <QObject>

#include <memory>

namespace roadstead {

class NameResolver;

/// What a request comes to once its names are resolved.
struct ResolvedTargets
{
    PlanInput input;
    std::shared_ptr<const Plan> plan; ///< of `input`
    QList<ScanNotice> notices;
    QStringList unresolvedNames; ///< as typed
    NameAnswers answers; ///< of all names
};

/// Applies names, families, excludes and excluded ports to a request. Any thread.
[[nodiscard]] ResolvedTargets resolvedTargets(const ScanRequest &request,
                                              const NameAnswers &answers);

/// The request with the addresses that its names resolved to in the place of the names. Names
/// without an answer stay. For who has to say how large and how public a scan is that goes on.
[[nodiscard]] ScanRequest resolvedRequest(const ScanRequest &request, const NameAnswers &answers);

/// Looks a request's names up and makes its plan. Long lists take their time (a million addresses,
/// some hundred milliseconds), so that is done in the background.
class TargetResolution final : public QObject
{
    Q_OBJECT

public:
    /// `resolver` must outlive this. Names that have an answer in `known` are not looked up.
    TargetResolution(const ScanRequest &request, NameResolver &resolver, NameAnswers known = {},
                     QObject *parent = nullptr);
    ~TargetResolution() override;
    Q_DISABLE_COPY_MOVE(TargetResolution)

    /// Begins; finished() comes later, never inside.
    void start();

signals:
    void finished(const roadstead::ResolvedTargets &targets);

private:
    void lookUp(const QList<NamedTarget> &names);
    void onAnswer();

    const ScanRequest m_request;
    NameResolver &m_resolver;
    NameAnswers m_answers;
    qsizetype m_outstanding = 0;
};

} // namespace roadstead
