// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

#include <memory>

namespace roadstead {

class FaultLineEdit;
class PortCatalogue;
class PortNames;
class Settings;

/// The Ports field: an editable combo box with the built-in port lists, the user's own, and an
/// entry to edit these. Follows them when another window changes them.
class PortsField final : public QComboBox
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PortsField(const PortCatalogue &catalogue, Settings &settings, QWidget *parent = nullptr);
    ~PortsField() override;
    Q_DISABLE_COPY_MOVE(PortsField)

    [[nodiscard]] FaultLineEdit *edit() const { return m_edit; }
    /// What names mean in the field's text: a snapshot, for any thread.
    [[nodiscard]] std::shared_ptr<const PortNames> names() const { return m_names; }
    /// A text with lists by their names.
    [[nodiscard]] QString ports() const;
    void setPorts(const QString &text);

signals:
    /// The text, or what a name in it means.
    void portsChanged();
    void editListsRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void setupUi();
    void readNames();
    void fillList();
    void onListsChanged();
    void onActivated(int index);
    void onTextChanged(const QString &text);
    [[nodiscard]] bool isAtLastList() const;

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    FaultLineEdit *m_edit = nullptr;
    std::shared_ptr<const PortNames> m_names;
    QString m_text; ///< without what choosing "Edit lists…" leaves in the field
    bool m_isFilling = false;
};

} // namespace roadstead
