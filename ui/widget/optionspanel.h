// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/requestbuilder.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace roadstead {

class FaultLineEdit;
class Settings;

/// The options of the next scan: a panel that stays open beside the window and applies as one
/// types.
class OptionsPanel final : public QDialog
{
    Q_OBJECT

public:
    /// `settings` must outlive this.
    explicit OptionsPanel(Settings &settings, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OptionsPanel)

    /// Sets everything but targets and ports.
    void fill(RequestTexts &texts) const;
    /// What differs from the defaults, in few words: "timeout 250 ms, IPv4 only"; empty if nothing
    /// does.
    [[nodiscard]] QString summary() const;
    /// The edit of ExcludedTargets or ExcludedPorts, else null.
    [[nodiscard]] FaultLineEdit *fieldOf(RequestField field) const;

signals:
    void changed();

private:
    void setupUi();
    void addNumbers(QFormLayout &form);
    void addFamilies(QFormLayout &form);
    void addHostChecks(QFormLayout &form);
    void addExcludes(QFormLayout &form);
    QSpinBox *addNumber(QFormLayout &form, const QString &label, const char *name, int low,
                        int high);
    void load();
    void connectSignals();
    void store();
    void restoreDefaults();
    void keepOneFamily(QCheckBox *other, bool checked);

    Settings &m_settings;
    bool m_isLoading = false;
    QSpinBox *m_timeout = nullptr;
    QSpinBox *m_retries = nullptr;
    QSpinBox *m_maxInFlight = nullptr;
    QSpinBox *m_threads = nullptr;
    QLineEdit *m_seed = nullptr;
    QCheckBox *m_ipv4 = nullptr;
    QCheckBox *m_ipv6 = nullptr;
    QCheckBox *m_firstAddress = nullptr;
    QCheckBox *m_networkAndBroadcast = nullptr;
    QCheckBox *m_downHosts = nullptr;
    QCheckBox *m_liars = nullptr;
    QSpinBox *m_bannerWait = nullptr;
    FaultLineEdit *m_excludedTargets = nullptr;
    FaultLineEdit *m_excludedPorts = nullptr;
};

} // namespace roadstead
