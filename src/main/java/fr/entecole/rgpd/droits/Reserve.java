package fr.entecole.rgpd.droits;

import fr.entecole.rgpd.GenreDeReserve;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A switch on somebody's data that holds.
///
/// @param fin the day from which it holds no more, told to the person before; null as long as nobody has said one
record Reserve(
        GenreDeReserve genre, LocalDate depuis, @Nullable LocalDate fin) {}
