package fr.entecole.surete;

/// What is stopped, or a threshold, has changed: this node reads it again once it is committed.
public record TenuesChangees() {}
