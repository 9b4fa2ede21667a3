// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/plan.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"

#include <QObject>

#include <functional>

namespace roadstead {

class NameResolver;

/// Turns a request into what a plan is made of: looks names up, applies families, excludes and excluded ports.
class TargetResolution final : public QObject
{
    Q_OBJECT

public:
    /// `resolver` must outlive this.
    TargetResolution(const ScanRequest &request, NameResolver &resolver, QObject *parent = nullptr);
    ~TargetResolution() override;
    Q_DISABLE_COPY_MOVE(TargetResolution)

    /// Begins; finished() comes later, never inside.
    void start();

    [[nodiscard]] const PlanInput &planInput() const { return m_input; }
    [[nodiscard]] const QList<ScanNotice> &notices() const { return m_notices; }
    [[nodiscard]] const QStringList &unresolvedNames() const { return m_unresolved; } ///< as typed

signals:
    void finished();

private:
    void lookUp(const QList<NamedTarget> &names, QList<QList<Address>> &answers);
    void onAnswer();
    void conclude();
    [[nodiscard]] QList<Address> usable(const NamedTarget &name, const QList<Address> &answer);
    void addNames();
    void takeExcludesAway();
    [[nodiscard]] bool isWanted(const Address &address) const;

    const ScanRequest m_request;
    NameResolver &m_resolver;
    QList<QList<Address>> m_targetAnswers; ///< by the names' order
    QList<QList<Address>> m_excludeAnswers;
    qsizetype m_outstanding = 0;
    PlanInput m_input;
    QList<ScanNotice> m_notices;
    QStringList m_unresolved;
};

} // namespace roadstead
