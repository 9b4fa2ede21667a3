// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"
#include "ui/setup/requestbuilder.h"

#include <QDialog>
#include <QList>

#include <optional>

class QBoxLayout;
class QCheckBox;
class QFormLayout;
class QLineEdit;
class QScrollArea;
class QSpinBox;
class QToolButton;

namespace roadstead {

class FaultLineEdit;
class SpeedChoice;

/// The options of the next scan: a panel that stays open beside the window and applies as one
/// types. What most people need comes first; the single limits are folded away.
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
    /// Of it, the limits that make a speed a custom one: "timeout 250 ms, 3 retries".
    [[nodiscard]] QString limits() const;
    [[nodiscard]] SpeedChoice *speed() const { return m_speed; }
    /// The edit of ExcludedTargets or ExcludedPorts, else null.
    [[nodiscard]] FaultLineEdit *fieldOf(RequestField field) const;
    /// All of the content, as far as the screen has room.
    [[nodiscard]] QSize sizeHint() const override;

public slots:
    /// With all limits as this speed gives them. Those that were set are remembered.
    void chooseSpeed(roadstead::Timing timing);
    /// Brings the last custom limits back if none are set, and the cursor to the first of them.
    void chooseLimits();

signals:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct NumberField
    {
        const char *name;
        Setting setting;
        int low; ///< shown as a word
        int high;
        int step = 1;
        bool isTime = false;
    };

    void setupUi();
    [[nodiscard]] QWidget *speedGroup();
    [[nodiscard]] QWidget *hostGroup();
    [[nodiscard]] QWidget *excludeGroup();
    [[nodiscard]] QWidget *advancedGroup();
    void addLimits(QFormLayout &form);
    void addTimeouts(QFormLayout &form);
    void addOthers(QFormLayout &form);
    QSpinBox *addNumber(QFormLayout &form, const QString &label, const NumberField &field,
                        const QString &toolTip);
    QCheckBox *addCheck(QBoxLayout &layout, const QString &label, const char *name,
                        Setting setting);
    FaultLineEdit *addText(QFormLayout &form, const QString &label, const char *name,
                           Setting setting);
    void addAdvancedButton(QBoxLayout &column);
    void load();
    void connectSignals();
    void store();
    void restoreDefaults();
    void keepOneFamily(QCheckBox *other, bool checked);
    void keepBoundsInOrder(const QSpinBox *changed);
    void showAdvanced(bool isShown);
    [[nodiscard]] QList<QSpinBox *> limitBoxes() const;
    /// No values: what the timing gives.
    void setLimits(Timing timing, const QList<int> &values);

    Settings &m_settings;
    bool m_isLoading = false;
    QList<std::pair<QSpinBox *, Setting>> m_numbers;
    QList<std::pair<QCheckBox *, Setting>> m_checks;
    QList<std::pair<FaultLineEdit *, Setting>> m_texts;
    QScrollArea *m_scrollArea = nullptr;
    SpeedChoice *m_speed = nullptr;
    QToolButton *m_advancedButton = nullptr;
    QWidget *m_advanced = nullptr;
    QSpinBox *m_rate = nullptr;
    QSpinBox *m_maxInFlight = nullptr;
    QSpinBox *m_perHost = nullptr;
    QSpinBox *m_timeout = nullptr;
    QSpinBox *m_minTimeout = nullptr;
    QSpinBox *m_maxTimeout = nullptr;
    QSpinBox *m_retries = nullptr;
    QSpinBox *m_bannerWait = nullptr;
    QSpinBox *m_threads = nullptr;
    QLineEdit *m_seed = nullptr;
    QCheckBox *m_ipv4 = nullptr;
    QCheckBox *m_ipv6 = nullptr;
    QCheckBox *m_firstAddress = nullptr;
    QCheckBox *m_networkAndBroadcast = nullptr;
    QCheckBox *m_downHosts = nullptr;
    QCheckBox *m_skipSilent = nullptr;
    QCheckBox *m_liars = nullptr;
    FaultLineEdit *m_excludedTargets = nullptr;
    FaultLineEdit *m_excludedPorts = nullptr;
};

} // namespace roadstead
