package fr.entecole.violations.murs.cave.secret;

/// Public for its own module only: a sub-package that is no named interface.
public class Tresor {}
