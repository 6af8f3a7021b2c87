package io.github.securehttpapi.review.command;

/** How the outcome of a run is shown. */
interface Format {
    /** The whole document, with line ends as a text file has them. */
    String written(Outcome outcome);
}
