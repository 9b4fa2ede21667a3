// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"
#include "ui/setup/requestbuilder.h"

#include <QElapsedTimer>
#include <QWidget>

class QAction;
class QGridLayout;
class QLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace roadstead {

class ElidedLabel;
class FaultLineEdit;
class OptionsPanel;
class PortCatalogue;
class PortNames;
class PortsField;
class Settings;
class SpeedCombo;
class TargetField;
struct ScanHeader;

/// What to scan: targets, ports, options, and the buttons that start, pause and stop. Checks the
/// text 300 ms after typing and says how much it is, or what is wrong and where.
class ScanPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue` and `settings` must outlive this.
    ScanPanel(const PortCatalogue &catalogue, Settings &settings, QWidget *parent = nullptr);
    ~ScanPanel() override;
    Q_DISABLE_COPY_MOVE(ScanPanel)

    [[nodiscard]] TargetField *targets() const { return m_targets; }
    void setPorts(const QString &text);
    [[nodiscard]] QString portsText() const;
    /// The document's ports as they can be typed here: see typedPorts().
    [[nodiscard]] QString portsTextFor(const ScanHeader &document) const;
    void setExcludedTargets(const QString &text);
    /// The buttons do what these do; Start's button becomes Stop's while a scan runs.
    void setActions(QAction *start, QAction *stop, QAction *pause);
    void setScanState(ScanState state);
    void focusTargets();
    void showOptions();
    /// Checks the fields, then startPrepared() or the cursor goes to the fault.
    void prepareStart();
    /// The same for other targets and ports, with the options as they are; the fields stay as they
    /// are, too. Answered by otherPrepared() or otherRefused().
    void prepareOther(const QString &targets, const QString &ports);

public slots:
    /// Opens the targets and the exclude list as lists, which come back to their fields.
    void editTargets();
    /// Opens the port lists.
    void editPortLists();

signals:
    void startPrepared(const roadstead::ScanRequest &request);
    void otherPrepared(const roadstead::ScanRequest &request, const QString &targets,
                       const QString &ports);
    /// Nothing can be scanned there, and why.
    void otherRefused(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What the fields ask for.
    struct Checked
    {
        Expected<ScanRequest, RequestFault> request;
        QString estimate; ///< if it can be scanned
    };

    void setupUi();
    void setupFields(QGridLayout &grid);
    [[nodiscard]] QLayout *targetsRow();
    void setupButtons(QGridLayout &grid);
    void connectSignals();
    void onEdited();
    void check();
    [[nodiscard]] static Checked checked(const RequestTexts &texts, const PortNames &names);
    void onChecked(const Checked &checked);
    void showEstimate(const QString &estimate);
    void showFault(const RequestFault &fault);
    void goToFault(const RequestFault &fault);
    void showNothingToDo();
    void setLine(const QString &text, bool isError);
    void showSpeed();
    void onMainButton();
    [[nodiscard]] RequestTexts texts() const;
    [[nodiscard]] FaultLineEdit *fieldOf(RequestField field) const;

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    TargetField *m_targets = nullptr;
    PortsField *m_ports = nullptr;
    OptionsPanel *m_options = nullptr;
    SpeedCombo *m_speed = nullptr;
    QPushButton *m_optionsButton = nullptr;
    QPushButton *m_mainButton = nullptr;
    QPushButton *m_pauseButton = nullptr;
    QLabel *m_lineSign = nullptr;
    ElidedLabel *m_line = nullptr;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QTimer *m_typing = nullptr;
    QElapsedTimer m_sinceStart;
    quint64 m_checkNumber = 0; ///< a late answer to an earlier text is dropped
    bool m_isStartWanted = false;
    bool m_isRunning = false;
    bool m_lineIsError = false;
};

} // namespace roadstead
