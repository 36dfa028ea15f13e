package fr.entecole.violations;

/// A controller that the whole house could call.
public class OuvertController {}
