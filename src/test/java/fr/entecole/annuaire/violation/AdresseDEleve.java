package fr.entecole.annuaire.violation;

import jakarta.servlet.http.HttpServletRequest;

/// A directory that knows requests, for the test of the tests.
public record AdresseDEleve(HttpServletRequest request) {}
